using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast.Scores;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>An algorithm taken apart: what can be kept per node, and what looks beyond.</summary>
internal sealed class FastAlgorithm
{
    private FastAlgorithm(SchedulingAlgorithm algorithm)
    {
        IPredicate[] parts = [.. algorithm.Predicates.SelectMany(entry => entry.Predicate.Parts)];
        NamedPriority[] scoring = [.. algorithm.Scoring.Where(entry => entry.Weight != 0)];
        Local = [.. parts.OfType<INodeLocalPredicate>()];
        Others = [.. parts.Where(predicate => predicate is not INodeLocalPredicate)];
        Scores = [.. scoring.Where(entry => entry.Priority is NodeLocalPriority).Select(Weighted<NodeLocalPriority>)];
        Counted = [.. scoring.Where(entry => entry.Priority is CountedPriority).Select(Weighted<CountedPriority>)];
        Wide = [.. scoring.Where(entry => entry.Priority is not (NodeLocalPriority or CountedPriority)).Select(Weighted<IPriority>)];
    }

    public INodeLocalPredicate[] Local { get; }

    public IPredicate[] Others { get; }

    public (NodeLocalPriority Priority, long Weight)[] Scores { get; }

    /// <summary>At most two.</summary>
    public (CountedPriority Priority, long Weight)[] Counted { get; }

    public (IPriority Priority, long Weight)[] Wide { get; }

    /// <summary>Labels that make places, besides zone and region: those that custom priorities name.</summary>
    public string[] PlaceLabels =>
        [.. Wide.Select(entry => entry.Priority).OfType<ServiceAntiAffinityPriority>().Select(priority => priority.Label)];

    /// <summary>
    /// Null if only the plain rule can follow it: three counted priorities or two that spread (1.3 registers two of each).
    /// </summary>
    public static FastAlgorithm? TryMake(SchedulingAlgorithm algorithm)
    {
        var fast = new FastAlgorithm(algorithm);
        var spreading = fast.Wide.Count(entry => entry.Priority is SelectorSpreadPriority);
        return fast.Counted.Length <= 2 && spreading <= 1
            && Array.TrueForAll(fast.Wide, entry => ScoreTable.Has(entry.Priority)) ? fast : null;
    }

    private static (T Priority, long Weight) Weighted<T>(NamedPriority entry)
        where T : IPriority => ((T)entry.Priority, entry.Weight);
}
