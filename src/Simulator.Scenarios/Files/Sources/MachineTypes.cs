using System.Collections.Frozen;
using System.Globalization;
using Simulator.Api;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>The machine types that a scenario can name.</summary>
/// <remarks>Sizes as published by the providers in 2016 (GCE "Machine types", AWS "Instance types"): name, vCPU, memory in GiB.</remarks>
public static class MachineTypes
{
    private const string Gce = """
        f1-micro 1 0.6 | g1-small 1 1.7
        n1-standard-1 1 3.75 | n1-standard-2 2 7.5 | n1-standard-4 4 15 | n1-standard-8 8 30 | n1-standard-16 16 60 | n1-standard-32 32 120
        n1-highmem-2 2 13 | n1-highmem-4 4 26 | n1-highmem-8 8 52 | n1-highmem-16 16 104 | n1-highmem-32 32 208
        n1-highcpu-2 2 1.8 | n1-highcpu-4 4 3.6 | n1-highcpu-8 8 7.2 | n1-highcpu-16 16 14.4 | n1-highcpu-32 32 28.8
        """;

    private const string Aws = """
        t2.micro 1 1 | t2.small 1 2 | t2.medium 2 4 | t2.large 2 8
        m3.medium 1 3.75 | m3.large 2 7.5 | m3.xlarge 4 15 | m3.2xlarge 8 30
        m4.large 2 8 | m4.xlarge 4 16 | m4.2xlarge 8 32 | m4.4xlarge 16 64 | m4.10xlarge 40 160
        c4.large 2 3.75 | c4.xlarge 4 7.5 | c4.2xlarge 8 15 | c4.4xlarge 16 30 | c4.8xlarge 36 60
        r3.large 2 15.25 | r3.xlarge 4 30.5 | r3.2xlarge 8 61 | r3.4xlarge 16 122 | r3.8xlarge 32 244
        """;

    private static readonly FrozenDictionary<string, MachineType> ByName =
        Parse("GCE", Gce).Concat(Parse("AWS", Aws)).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>By provider, family and size.</summary>
    public static IReadOnlyList<MachineType> All { get; } = [.. Parse("GCE", Gce), .. Parse("AWS", Aws)];

    /// <summary>Null if there is no such type.</summary>
    public static MachineType? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<MachineType> Parse(string provider, string table) => table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(' '))
        .Select(cells => new MachineType(provider, cells[0], Quantity.Parse(cells[1]), Bytes(cells[2])));

    private static Quantity Bytes(string gib) => Quantity.FromUnits((long)(decimal.Parse(gib, CultureInfo.InvariantCulture) * (1L << 30)));
}
