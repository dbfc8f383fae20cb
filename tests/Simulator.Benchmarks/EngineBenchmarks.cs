using BenchmarkDotNet.Attributes;
using Simulator.Cli.Bench;
using Simulator.Engine;

namespace Simulator.Benchmarks;

/// <summary>One operation = one event, with so many outstanding. Target: below 100 ns and no byte for a callback at 10,000.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Events = 1_000_000;

    private Simulation _callbacks = new();
    private Simulation _processes = new();
    private Simulation _cancelling = new();

    [Params(100, 10_000, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _callbacks = EngineBench.StartCallbacks(Pending);
        _processes = EngineBench.StartProcesses(Pending);
        _cancelling = EngineBench.StartCallbacks(Pending);
        EngineBench.Fire(_callbacks, Pending * 10L);
        EngineBench.Fire(_processes, Pending * 10L);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public void CallbackTimeout() => EngineBench.Fire(_callbacks, Events);

    [Benchmark(OperationsPerInvoke = Events)]
    public void ProcessTimeout() => EngineBench.Fire(_processes, Events);

    [Benchmark(OperationsPerInvoke = Events)]
    public void ScheduleAndCancel()
    {
        for (var i = 0; i < Events; i++)
            _cancelling.Cancel(_cancelling.Schedule(TimeSpan.FromSeconds(1), static (_, _) => { }, this));
    }
}
