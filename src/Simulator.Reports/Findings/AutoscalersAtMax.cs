using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Horizontal autoscalers that stood at their maximum while their pods used more than they aim at.</summary>
internal sealed class AutoscalersAtMax(RunStory story)
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "autoscaler-at-max",
        "A horizontal autoscaler stood at its maximum while the CPU use of its pods was above its target.",
        "The replicas that the measured use asked for beyond the maximum, times the seconds; twice if it still stands there.",
        story => new AutoscalersAtMax(story).Find());

    private IEnumerable<Finding> Find()
    {
        var capped = story.Run.Autoscalers.Where(life => life.CappedAt(story.End) > 0)
            .OrderByDescending(CostOf)
            .ThenBy(life => life.Cluster, StringComparer.Ordinal)
            .ThenBy(life => life.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var life in capped.Take(NamedMax)) yield return new Finding(Kind.Name, CostOf(life), Sentence(life), life.Name);
        if (capped.Count <= NamedMax) yield break;
        yield return new Finding(
            Kind.Name, capped.Skip(NamedMax).Sum(CostOf),
            $"{HumanNumber.Count(capped.Count - NamedMax, "more autoscaler", "more autoscalers")} stood at their maximum under too high "
                + "a load.",
            capped[NamedMax].Name);
    }

    private double CostOf(AutoscalerLife life) =>
        life.IsCapped ? FindingCost.OfMissing(life.CappedAt(story.End)) : FindingCost.OfReplicas(life.CappedAt(story.End));

    private string Sentence(AutoscalerLife life)
    {
        var name = story.NameOf(life.Cluster, life.Name);
        var maximum = $"its maximum of {HumanNumber.Count(life.Max, "replica", "replicas")}";
        var lacked =
            $"{HumanNumber.Count(life.CappedAt(story.End) / 60)} replica-minutes were missing to its target of {life.TargetPercent} %";
        return life.IsCapped
            ? $"Autoscaler {name} stands at {maximum} {HumanTime.Since(life.CappedSince.TotalSeconds)}, with CPU at {life.Percent} "
                + "% of "
                + $"the request at the end: {lacked}."
            : $"Autoscaler {name} stood at {maximum} while it measured more: {lacked}.";
    }
}
