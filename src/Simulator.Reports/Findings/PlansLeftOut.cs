using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>What a scenario plans and what did not happen: the question was not put.</summary>
internal static class PlansLeftOut
{
    private const int Told = 3;

    public static FindingKind Kind { get; } = new(
        "plan-left-out", "Something that the scenario plans did not happen, because what it waits for never "
            + "came.", "As one replica that is missing to the end of the run, from its start.", Find);

    private static IEnumerable<Finding> Find(RunStory story)
    {
        var (all, cost) = (story.Run.LeftOut, FindingCost.OfMissing(story.End.TotalSeconds));
        foreach (var fact in all.Take(Told))
        {
            yield return new Finding(Kind.Name, cost, $"Not done: {Names.Short(fact.Subject)} ({fact.Other}).", fact.Subject);
        }
        if (all.Count > Told)
        {
            yield return new Finding(
                Kind.Name, cost * (all.Count - Told),
                $"{HumanNumber.Count(all.Count - Told)} more of what the scenario plans did not happen.", all[Told].Subject);
        }
    }
}
