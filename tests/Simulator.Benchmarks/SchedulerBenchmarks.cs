using BenchmarkDotNet.Attributes;
using Simulator.Cli.Bench;

namespace Simulator.Benchmarks;

/// <summary>
/// One decision with its assumption, 30 pods a node, default provider. Targets: below 100 us at 5,000 nodes; at 10,000 at most three times
/// that of 1,000.
/// </summary>
[MemoryDiagnoser]
public class SchedulerBenchmarks
{
    private SchedulerBench _bench = null!;

    [Params(1_000, 5_000, 10_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Fill() => _bench = new SchedulerBench(new SchedulerBenchPlan { Nodes = Nodes });

    [Benchmark]
    public void Decision() => _bench.PlaceAndRemove();
}
