using System.Collections.Frozen;
using System.Globalization;
using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>The machine types that a scenario can name without a file of its own.</summary>
/// <remarks>
/// Sizes as published by the providers: name, vCPU, memory in GiB, US dollars an hour, the same preemptible (- = not known). Before them
/// watts of a vCPU, and US dollars a month for a gigabyte of an HDD and of an SSD.
/// </remarks>
public static class MachineTypes
{
    private static readonly Table[] Tables =
    [
        new(
            "GCE", "2026-01, us-central1, on demand and spot (price tables of kubernetes/autoscaler 55c37cd)", Watts(0.71, 4.26), 0.04,
            0.17,
            "2024, us-central1, pd-standard and pd-ssd, list prices of cloud.google.com/compute/disks-image-pricing", """
            f1-micro 1 0.6 0.0076 0.0035 | g1-small 1 1.7 0.0257 0.007
            n1-standard-1 1 3.75 0.0475 0.01 | n1-standard-2 2 7.5 0.095 0.02 | n1-standard-4 4 15 0.19 0.04
            n1-standard-8 8 30 0.38 0.08 | n1-standard-16 16 60 0.76 0.16 | n1-standard-32 32 120 1.52 0.32
            n1-highmem-2 2 13 0.1184 0.025 | n1-highmem-4 4 26 0.2368 0.05 | n1-highmem-8 8 52 0.4736 0.1
            n1-highmem-16 16 104 0.9472 0.2 | n1-highmem-32 32 208 1.8944 0.4
            n1-highcpu-2 2 1.8 0.0709 0.015 | n1-highcpu-4 4 3.6 0.1418 0.03 | n1-highcpu-8 8 7.2 0.2836 0.06
            n1-highcpu-16 16 14.4 0.5672 0.12 | n1-highcpu-32 32 28.8 1.1344 0.24
            n2-standard-2 2 8 0.0971 0.0235 | n2-standard-4 4 16 0.1942 0.047 | n2-standard-8 8 32 0.3885 0.094
            n2-standard-16 16 64 0.7769 0.188 | n2-standard-32 32 128 1.5539 0.376
            e2-standard-2 2 8 0.06701 0.0201 | e2-standard-4 4 16 0.13402 0.04021 | e2-standard-8 8 32 0.26805 0.08041
            e2-standard-16 16 64 0.53609 0.16083 | e2-standard-32 32 128 1.0721 0.32163
            """),
        new("AWS", "2024, us-east-1, Linux on demand, list prices of aws.amazon.com/ec2/pricing", Watts(0.74, 3.5), 0.05, 0.1,
            "2024, us-east-1, EBS magnetic and gp2, list prices of aws.amazon.com/ebs/pricing", """
            t2.micro 1 1 0.0116 - | t2.small 1 2 0.023 - | t2.medium 2 4 0.0464 - | t2.large 2 8 0.0928 -
            m3.medium 1 3.75 0.067 - | m3.large 2 7.5 0.133 - | m3.xlarge 4 15 0.266 - | m3.2xlarge 8 30 0.532 -
            m4.large 2 8 0.1 - | m4.xlarge 4 16 0.2 - | m4.2xlarge 8 32 0.4 - | m4.4xlarge 16 64 0.8 - | m4.10xlarge 40 160 2 -
            c4.large 2 3.75 0.1 - | c4.xlarge 4 7.5 0.199 - | c4.2xlarge 8 15 0.398 - | c4.4xlarge 16 30 0.796 - | c4.8xlarge 36 60 1.591 -
            r3.large 2 15.25 0.166 - | r3.xlarge 4 30.5 0.333 - | r3.2xlarge 8 61 0.665 - | r3.4xlarge 16 122 1.33 -
            r3.8xlarge 32 244 2.66 -
            m5.large 2 8 0.096 - | m5.xlarge 4 16 0.192 - | m5.2xlarge 8 32 0.384 - | m5.4xlarge 16 64 0.768 - | m5.8xlarge 32 128 1.536 -
            m6i.large 2 8 0.096 - | m6i.xlarge 4 16 0.192 - | m6i.2xlarge 8 32 0.384 - | m6i.4xlarge 16 64 0.768 -
            m6i.8xlarge 32 128 1.536 -
            c6g.large 2 4 0.068 - | c6g.xlarge 4 8 0.136 - | c6g.2xlarge 8 16 0.272 - | c6g.4xlarge 16 32 0.544 -
            c6g.8xlarge 32 64 1.088 -
            """),
        new("Azure", "2024, East US, Linux pay-as-you-go, list prices of azure.microsoft.com/pricing", Watts(0.78, 3.76), 0.046, 0.075,
            "2024, East US, managed disks S10 and E10 of 128 GiB, list prices of azure.microsoft.com/pricing", """
            Standard_D2_v3 2 8 0.096 - | Standard_D4_v3 4 16 0.192 - | Standard_D8_v3 8 32 0.384 - | Standard_D16_v3 16 64 0.768 -
            Standard_D2s_v5 2 8 0.096 - | Standard_D4s_v5 4 16 0.192 - | Standard_D8s_v5 8 32 0.384 - | Standard_D16s_v5 16 64 0.768 -
            Standard_D32s_v5 32 128 1.536 -
            """),
    ];

    /// <summary>By provider, family and size.</summary>
    public static IReadOnlyList<MachineType> All { get; } = [.. Tables.SelectMany(Parse)];

    private static readonly FrozenDictionary<string, MachineType> ByName =
        All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Null if there is no such type.</summary>
    public static MachineType? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<MachineType> Parse(Table table) => table.Rows
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(' '))
        .Select(cells => new MachineType(
            table.Provider, cells[0], Quantity.Parse(cells[1]), Bytes(cells[2]),
            new MachinePrice(Number(cells[3]), cells[4] == "-" ? null : Number(cells[4]), table.Source))
        {
            DiskPrice = new DiskPrice(table.Hdd, table.Ssd, table.DiskSource),
            Power = PowerOf(table, Number(cells[1])),
        });

    private static MachinePower PowerOf(Table table, double cpus) => new(
        Math.Round(cpus * table.Cpu.Idle, 2), Math.Round(cpus * table.Cpu.Peak, 2),
        $"2021-09, Cloud Carbon Footprint, averages of {table.Provider}'s processors, without cooling");

    /// <summary>Of a virtual CPU (cloudcarbonfootprint.org/docs/methodology, from SPECpower results of the processors).</summary>
    private static (double Idle, double Peak) Watts(double idle, double peak) => (idle, peak);

    private static Quantity Bytes(string gib) => Quantity.FromUnits((long)(decimal.Parse(gib, CultureInfo.InvariantCulture) * (1L << 30)));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Table(
        string Provider, string Source, (double Idle, double Peak) Cpu, double Hdd, double Ssd, string DiskSource, string Rows);
}
