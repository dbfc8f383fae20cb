using Simulator.Api.Words;
using Simulator.Reports.Statistics;
using Simulator.Scenarios.Traces;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>What has to be known of a trace and of the way in which it was run, a sentence each.</summary>
internal static class TraceNotes
{
    /// <summary>What was left out or taken for something else.</summary>
    public static IEnumerable<string> Of(TraceFormat format, TraceReader reader, TraceOptions options)
    {
        var tally = reader.Tally;
        if (tally.LeftOut.Count > 0)
        {
            yield return "Left out by the rules of the format: "
                + $"{Wording.Listed(tally.LeftOut.Select(row => $"{HumanNumber.Count(row.Value)} ({row.Key})"))}.";
        }

        foreach (var (what, count) in tally.Remarks) yield return $"Odd, {HumanNumber.Count(count, "time", "times")}: {what}.";
        if (tally.Broken > 0) yield return $"{HumanNumber.Count(tally.Broken, "place is", "places are")} broken and left out.";
        if (tally.Endless > 0 && !options.IsPacking)
        {
            yield return $"Of {HumanNumber.Count(tally.Endless, "pod", "pods")} the trace does not say when they end: they stay.";
        }

        if (tally.Sharing > 0 && options.PlacesItself)
        {
            yield return $"{HumanNumber.Count(tally.Sharing, "pod asks", "pods ask")} for a share of a GPU: the scheduler knows whole "
                + "ones only, "
                + "and each takes one. Utilization counts the share.";
        }

        foreach (var assumption in format.Assumes) yield return $"Assumed: {assumption}.";
    }

    /// <summary>How pods were placed.</summary>
    public static IEnumerable<string> Method(TraceOptions options)
    {
        yield return options.Discipline switch
        {
            TraceQueues.Kubernetes =>
                "Decisions, queue, back-off and the pace of decisions are those of the scheduler, the limit of its client's calls "
                + "too; the API server answers at once, and containers start at once.",
            TraceQueues.FirstCome => "Nobody is placed before all who came earlier are; choosing takes no time.",
            _ => "Who finds no place when he comes is dropped; choosing takes no time.",
        };
        yield return "A pod that would not fit on any machine, even if it were empty, is rejected when it comes, and nobody tries it.";
        if (options.IsPacking) yield return "Pods come a second apart and stay; what is asked for counts on arrival, placed or not.";
        else yield return "A pod runs from its placement for as long as the trace says, and is gone then.";
    }
}
