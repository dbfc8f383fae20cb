using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Horizontal autoscalers that cannot decide when the run ends, because what they would go by is missing.</summary>
internal sealed class AutoscalersBlind(RunStory story)
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "autoscaler-blind",
        "The passes of a horizontal autoscaler fail when the run ends: it lacks metrics, requests or its target, and does not act.",
        "Twice the seconds since they began to fail.",
        story => new AutoscalersBlind(story).Find());

    private IEnumerable<Finding> Find()
    {
        var blind = story.Run.Autoscalers.Where(life => life.Fault.Length > 0)
            .OrderBy(life => life.FaultSince)
            .ThenBy(life => life.Cluster, StringComparer.Ordinal)
            .ThenBy(life => life.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var life in blind.Take(NamedMax)) yield return new Finding(Kind.Name, CostOf(life), Sentence(life), life.Name);
        if (blind.Count <= NamedMax) yield break;
        yield return new Finding(
            Kind.Name, blind.Skip(NamedMax).Sum(CostOf),
            $"{HumanNumber.Count(blind.Count - NamedMax, "more autoscaler does", "more autoscalers do")} not act at the end.",
            blind[NamedMax].Name);
    }

    private double CostOf(AutoscalerLife life) => FindingCost.OfMissing((story.End - life.FaultSince).TotalSeconds);

    private string Sentence(AutoscalerLife life) =>
        $"Autoscaler {story.NameOf(life.Cluster, life.Name)} has not acted since {HumanTime.Clock(life.FaultSince.TotalSeconds)}: "
            + $"{life.Fault.TrimEnd('.')}.";
}
