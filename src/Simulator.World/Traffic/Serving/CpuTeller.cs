using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Traffic.Serving;

/// <summary>
/// Tells what CPU the pods with a load have used, and requested in the same time: pool by pool every so often, and at the end of the run
/// workload by workload.
/// </summary>
internal sealed class CpuTeller(Simulation simulation, ObservationLog log, TimeSpan step) : ICallback
{
    /// <summary>Moments of a run at which it is told.</summary>
    private const int MomentsMax = 240;

    private readonly Dictionary<Backend, Mark> _pods = [];
    private readonly SortedDictionary<string, Sum> _pools = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Sum> _workloads = new(StringComparer.Ordinal);

    /// <summary>Whole tens of seconds.</summary>
    public static TimeSpan StepFor(TimeSpan duration) =>
        TimeSpan.FromSeconds(10 * Math.Max(1, Math.Ceiling(duration.TotalSeconds / MomentsMax / 10)));

    /// <summary>The pod begins to serve.</summary>
    /// <param name="workload">Or the pod's own name.</param>
    public void Add(Backend backend, string workload)
    {
        var pool = SumOf(_pools, backend.Node?.Pool ?? "");
        _pods[backend] = new Mark(pool, SumOf(_workloads, workload), backend.CoreSecondsCounted, simulation.Now);
    }

    public void Remove(Backend backend)
    {
        if (_pods.Remove(backend, out var mark)) Count(backend, mark);
    }

    public void Begin() => simulation.Schedule(step, this);

    public void End()
    {
        Tell();
        foreach (var (workload, sum) in _workloads) sum.Tell(log, ObservationKind.CpuUsedOfRun, workload);
    }

    void ICallback.Invoke(long payload)
    {
        Tell();
        Begin();
    }

    private void Tell()
    {
        foreach (var (backend, mark) in _pods) Count(backend, mark);
        foreach (var (pool, sum) in _pools) sum.Tell(log, ObservationKind.CpuUsed, pool);
    }

    private void Count(Backend backend, Mark mark)
    {
        var (used, now) = (backend.CoreSecondsAt(simulation.Now), simulation.Now);
        var requested = backend.MilliCpuRequest / 1000 * (now - mark.At).TotalSeconds;
        mark.Pool.Add(used - mark.CoreSeconds, requested);
        mark.Workload.Add(used - mark.CoreSeconds, requested);
        (mark.CoreSeconds, mark.At) = (used, now);
    }

    private static Sum SumOf(SortedDictionary<string, Sum> sums, string name)
    {
        if (!sums.TryGetValue(name, out var sum)) sums.Add(name, sum = new Sum());
        return sum;
    }

    private sealed class Mark(Sum pool, Sum workload, double coreSeconds, TimeSpan at)
    {
        public Sum Pool => pool;

        public Sum Workload => workload;

        public double CoreSeconds { get; set; } = coreSeconds;

        public TimeSpan At { get; set; } = at;
    }

    private sealed class Sum
    {
        private double _used;
        private double _requested;

        public void Add(double used, double requested) => (_used, _requested) = (_used + used, _requested + requested);

        public void Tell(ObservationLog log, ObservationKind kind, string subject)
        {
            log.Write(kind, subject, "", (long)Math.Round(_used * 1000), (long)Math.Round(_requested * 1000));
            (_used, _requested) = (0, 0);
        }
    }
}
