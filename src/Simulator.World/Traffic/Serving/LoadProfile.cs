using Simulator.World.Load;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>What the pods of one application have in common: how they serve, and what they use.</summary>
internal sealed class LoadProfile(LoadSpec spec, long memory)
{
    private readonly ServiceTimes _times = new(spec.Spread);

    public LoadSpec Spec => spec;

    /// <summary>Latencies at loads that came before; pods at the same load need no second computation.</summary>
    public LatencyCache Latencies { get; } = new();

    /// <summary>Core-seconds of one request.</summary>
    public double CoresPerRequest { get; } = spec.CoresPerRequest;

    /// <summary>Thousandths of a core of a pod that serves as many requests as it can.</summary>
    public double MilliCpuMax => spec.Serves
        ? spec.IdleMilliCpu + (spec.Concurrency * CoresPerRequest / spec.ServiceTime.TotalSeconds * 1000)
        : spec.IdleMilliCpu;

    /// <summary>
    /// The queue of a pod that gets so much CPU. With n requests at work a pod with too little CPU serves no more than the CPU allows: the
    /// same as fewer servers (Brumelle 1971: for exponential times the number of requests does not depend on who is served first).
    /// </summary>
    /// <param name="milliCpu">Thousandths of a core that it can have at most.</param>
    /// <param name="slowness">How many times longer everything takes on its machine.</param>
    public PodQueue QueueWith(double milliCpu, double slowness)
    {
        var (servers, seconds) = (spec.Concurrency, spec.ServiceTime.TotalSeconds * slowness);
        var waiting = spec.QueueMax ?? double.PositiveInfinity;
        if (CoresPerRequest <= 0 || double.IsInfinity(milliCpu)) return new PodQueue(servers, seconds, _times, waiting);
        var capacity = Math.Max(LoadSpec.MilliCpuMin, milliCpu - spec.IdleMilliCpu) / 1000 / CoresPerRequest;
        if (capacity >= servers / seconds) return new PodQueue(servers, seconds, _times, waiting);
        var working = Math.Clamp((int)(capacity * seconds), 1, servers);
        return new PodQueue(working, working / capacity, _times, waiting + servers - working);
    }

    /// <summary>Bytes of a pod.</summary>
    /// <param name="requested">What its containers request.</param>
    /// <param name="present">Requests in it.</param>
    public long MemoryAt(long requested, double perSecond, double present)
    {
        var atRest = spec.MemoryAt.Count > 0 ? Curve(perSecond) : memory > 0 ? memory : requested;
        return (long)(atRest + (spec.MemoryPerRequest * present));
    }

    private double Curve(double perSecond)
    {
        var points = spec.MemoryAt;
        for (var i = 1; i < points.Count; i++)
        {
            if (perSecond > points[i].PerSecond) continue;
            var (low, high) = (points[i - 1], points[i]);
            var part = Math.Max(0, perSecond - low.PerSecond) / (high.PerSecond - low.PerSecond);
            return low.Bytes + ((high.Bytes - low.Bytes) * part);
        }

        return points[^1].Bytes;
    }
}
