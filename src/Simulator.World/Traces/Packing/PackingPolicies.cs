using Simulator.Engine;

namespace Simulator.World.Traces.Packing;

/// <summary>The policies that can be chosen beside the scheduler's own decisions.</summary>
public static class PackingPolicies
{
    private static readonly (string Name, Func<RandomStreams, IPackingPolicy> Make)[] Table =
    [
        ("best-fit", static _ => new BestFitPolicy()),
        ("dot-product", static _ => new DotProductPolicy()),
        ("gpu-packing", static _ => new GpuPackingPolicy()),
        ("gpu-clustering", static _ => new GpuClusteringPolicy()),
        ("random", static streams => new RandomPolicy(streams["trace-policy"])),
        ("first-fit", static _ => new FirstFitPolicy()),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(row => row.Name)];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static IPackingPolicy Make(string name, RandomStreams streams) =>
        Table.First(row => row.Name == name).Make(streams);
}
