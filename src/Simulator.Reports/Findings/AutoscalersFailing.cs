using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>
/// Horizontal autoscalers whose passes fail when the run ends, and have for some time: after each scale up they do for a while.
/// </summary>
internal static class AutoscalersFailing
{
    /// <summary>What 1.3's client says of the API server's error when there is no Heapster to ask.</summary>
    private const string NoMetrics = "failed to unmarshall heapster response: invalid character 'k' looking for beginning of value";

    /// <summary>The controller's copy is old, and it does not learn of it.</summary>
    private const string Frozen = "Operation cannot be fulfilled on horizontalpodautoscalers";

    /// <summary>New pods have their first metrics after two minutes, and the next tick comes within half of one.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(3);

    public static FindingKind Kind { get; } = new(
        "autoscalers-failing",
        "A horizontal autoscaler has not worked for the last three minutes of the run or longer, or its status is frozen.",
        "The seconds since then; 30 for a frozen status.", Find);

    private static IEnumerable<Finding> Find(RunStory story) => story.Run.Clusters
        .SelectMany(cluster => cluster.Scaling.Lives.Where(life => HasLongFailed(life, story.End)).Select(life => (cluster.Name, life)))
        .GroupBy(entry => (entry.Name, Why: WhyOf(entry.life.Fault)))
        .Select(group => Told([.. group.Select(entry => entry.life)], group.Key.Name, group.Key.Why, story));

    private static bool HasLongFailed(AutoscalerLife life, TimeSpan end) => life.Fault.Length > 0 && end - life.FaultSince >= Usual;

    private static Finding Told(List<AutoscalerLife> lives, string cluster, string why, RunStory story)
    {
        var (first, count) = (lives.MinBy(life => life.FaultSince)!, lives.Count);
        var isFrozen = first.Fault.StartsWith(Frozen, StringComparison.Ordinal);
        var name = story.NameOf(cluster, first.Name);
        var who = count == 1 ? $"Horizontal autoscaler {name}" : $"{HumanNumber.Count(count)} horizontal autoscalers ({name} is one)";
        var what = isFrozen
            ? $"{(count == 1 ? "shows an old status" : "show an old status")}"
            : $"{(count == 1 ? "has" : "have")} done nothing";
        var cost = isFrozen
            ? FindingCost.Nuisance * count
            : FindingCost.OfReplicas(lives.Sum(life => (story.End - life.FaultSince).TotalSeconds));
        return new Finding(Kind.Name, cost, $"{who} {what} {HumanTime.Since(first.FaultSince.TotalSeconds)}: {why}.", first.Name);
    }

    private static string WhyOf(string fault) =>
        fault.EndsWith(NoMetrics, StringComparison.Ordinal)
            ? "nobody measures what its pods use (a load for them, or the pods of kube-system/heapster, are missing)"
        : fault.StartsWith(Frozen, StringComparison.Ordinal)
            ? "its controller holds an old copy of the object and scales by it, until somebody edits the object"
        : fault;
}
