using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>An algorithm taken apart into what can be kept per node; null where it has parts that cannot.</summary>
internal sealed class FastAlgorithm
{
    private FastAlgorithm(SchedulingAlgorithm algorithm)
    {
        Predicates = [.. algorithm.Predicates.SelectMany(entry => entry.Predicate.Parts)];
        Local = [.. algorithm.Scoring.Where(entry => entry.Priority is NodeLocalPriority).Select(Weighted<NodeLocalPriority>)];
        Counted = [.. algorithm.Scoring.Where(entry => entry.Priority is CountedPriority).Select(Weighted<CountedPriority>)];
        Spread = algorithm.Scoring.Where(entry => entry.Priority is SelectorSpreadPriority).Select(Weighted<SelectorSpreadPriority>).FirstOrDefault();
    }

    public IPredicate[] Predicates { get; }

    public (NodeLocalPriority Priority, long Weight)[] Local { get; }

    /// <summary>At most two.</summary>
    public (CountedPriority Priority, long Weight)[] Counted { get; }

    /// <summary>Weight 0 if no spreading is in force.</summary>
    public (SelectorSpreadPriority? Priority, long Weight) Spread { get; }

    public static FastAlgorithm? TryMake(SchedulingAlgorithm algorithm)
    {
        var fast = new FastAlgorithm(algorithm);
        var covered = fast.Local.Length + fast.Counted.Length + (fast.Spread.Priority is null ? 0 : 1);
        return covered == algorithm.Scoring.Count && fast.Counted.Length <= 2 ? fast : null;
    }

    /// <summary>True if every verdict and score for this pod depends on single nodes, apart from the scaling.</summary>
    public bool CanDecide(Pod pod) => pod.Spec.Containers.Count > 0 && Array.TrueForAll(Predicates, predicate => !predicate.CanReject(pod) || predicate.IsNodeLocal(pod));

    private static (T Priority, long Weight) Weighted<T>(NamedPriority entry)
        where T : IPriority => ((T)entry.Priority, entry.Weight);
}
