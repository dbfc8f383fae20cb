using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// The same answers as <see cref="PlainDecider"/>, at the price of what has changed and what the pod's own rules touch; falls back to it
/// where only the plain rule can tell.
/// </summary>
public sealed class FastDecider(SchedulingAlgorithm algorithm, ClusterState state, FastLimits? limits = null) : IDecider
{
    private readonly PlainDecider _plain = new(algorithm, state);
    private readonly FastPath? _fast = FastAlgorithm.TryMake(algorithm) is { } fast
        ? new FastPath(fast, new PlainDecider(algorithm, state), state, limits ?? new FastLimits())
        : null;

    /// <summary>What decisions have looked at so far; null if the algorithm has no fast path.</summary>
    public FastWork? Work => _fast?.Work;

    public Decision Decide(Pod pod, ulong roundRobin) => _fast?.Decide(pod, roundRobin) ?? _plain.Decide(pod, roundRobin);
}
