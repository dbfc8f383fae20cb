using Simulator.Reports.Statistics;
using Simulator.World.Specification;

namespace Simulator.Reports.Findings;

/// <summary>So many troubles that the story of the first one says nothing: how many of which kind, and what was there on average.</summary>
internal sealed class ManyOutages(RunStory story)
{
    public string Sentence
    {
        get
        {
            var outages = story.Run.Outages;
            var kinds =
                string.Join(", ", outages.GroupBy(outage => outage.Kind).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key)
                .Select(kind => $"{HumanNumber.Count(kind.Count())} × {OutageKinds.Of(kind.Key).Name}"));
            return $"{HumanNumber.Count(outages.Count, "trouble", "troubles")} in {HumanTime.Long(story.End.TotalSeconds)} ({kinds}): "
                + $"{Served}.";
        }
    }

    private string Served
    {
        get
        {
            if (story.Measure("availability.usable") is not { } usable) return "nothing was asked for";
            var all = $"{HumanNumber.Percent(usable)} of the replicas that were asked for were ready and served, on average";
            return story.Measure("availability.worstService") is { } worst
                ? $"{all}; {HumanNumber.Percent(worst)} of the worst service's"
                : all;
        }
    }
}
