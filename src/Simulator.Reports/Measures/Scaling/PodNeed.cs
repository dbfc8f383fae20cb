using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>How many pods a load needs, by what the scenario says of one of them.</summary>
internal sealed class PodNeed
{
    private readonly LoadSpec _load;
    private readonly (double Full, double Target) _perSecond;
    private readonly (double Full, double Target) _milliCpu;

    /// <param name="targetPercent">CPU of the request that its autoscaler aims at; null: it has none, or one that goes by something
    /// else.</param>
    public PodNeed(LoadSpec load, PodSpec pod, int? targetPercent)
    {
        var (limit, request) = (PodCpu.LimitOf(pod), (double)PodCpu.RequestOf(pod));
        var most = double.IsInfinity(limit) && request > 0 ? request : limit;
        var target = targetPercent is { } percent && request > 0 ? Math.Min(most, request * percent / 100) : most;
        _load = load;
        _milliCpu = (most, target);
        var perSecond = load.Serves ? load.CapacityWith(limit) : 0;
        _perSecond = (perSecond, load.Serves && target < most ? AtTarget(load, target, perSecond) : perSecond);
    }

    public IReadOnlyList<DemandStep> Demand => _load.CpuDemand;

    /// <summary>Pods that can just serve what comes.</summary>
    public double ToServe(double perSecond, double milliCpu) => Of(perSecond, _perSecond.Full) + Of(milliCpu, _milliCpu.Full);

    /// <summary>Pods that use what their autoscaler aims at; without one as many as can just serve it.</summary>
    public double ForTarget(double perSecond, double milliCpu) => Of(perSecond, _perSecond.Target) + Of(milliCpu, _milliCpu.Target);

    /// <summary>A target below what a pod uses at rest is never met: it says nothing.</summary>
    private static double AtTarget(LoadSpec load, double milliCpu, double most) =>
        milliCpu > load.IdleMilliCpu ? Math.Min(most, load.CapacityWith(milliCpu)) : most;

    private static double Of(double load, double ofOne) => load <= 0 || ofOne <= 0 ? 0 : load / ofOne;
}
