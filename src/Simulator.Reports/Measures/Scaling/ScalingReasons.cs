using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>What the autoscalers did and how long it took, in a sentence each: the largest growth, and the machines.</summary>
internal sealed class ScalingReasons(RunRecorder run)
{
    public IEnumerable<string> All => new[] { Pods(), ReactionText.Of(Reactions.Of(run), NameOf), Machines() }.OfType<string>();

    /// <summary>Of the largest climb, from the first decision to grow to the moment when all that was asked for was there.</summary>
    private string? Pods()
    {
        var grown = run.Autoscalers.Select(life => (Life: life, Ups: life.LargestClimb)).Where(entry => entry.Ups.Count > 0).ToList();
        if (grown.Count == 0) return null;
        var (life, ups) = grown.MaxBy(entry => entry.Ups[^1].To - entry.Ups[0].From);
        var (first, last) = (ups[0], ups[^1]);
        var clock = HumanTime.Clock(first.At.TotalSeconds);
        var steps = ups.Count == 1 ? $"at {clock} in one step" : $"from {clock} on, in {HumanNumber.Count(ups.Count)} steps";
        var whole = last.WholeAt is { } at
            ? $"all of them ready {HumanTime.Long((at - last.At).TotalSeconds)} after the {(ups.Count == 1 ? "decision" : "last of them")}"
            : "not all of them ready at the end";
        var others = grown.Count == 1 ? "" : $"; {HumanNumber.Count(grown.Count - 1, "other autoscaler", "other autoscalers")} grew, too";
        return $"Autoscaler {NameOf(life)} went from {HumanNumber.Count(first.From, "replica", "replicas")} to "
            + $"{HumanNumber.Count(last.To)} {steps}, {whole}{others}.";
    }

    private string? Machines()
    {
        var bills = run.Clusters.Select(cluster => cluster.Bill).ToList();
        var (requested, deleted) = (bills.Sum(bill => bill.Requested), bills.Sum(bill => bill.Deleted));
        if (requested + deleted == 0) return null;
        var starts = bills.SelectMany(bill => bill.StartTimes).ToList();
        var slowest = starts.Count == 0
            ? ""
            : $", {(starts.Count == 1 ? "" : "the slowest of them ")}a Ready node after {HumanTime.Long(starts.Max().TotalSeconds)}";
        var added = $"{HumanNumber.Count(requested, "machine was", "machines were")} requested{slowest}";
        return deleted == 0 ? $"{added}." : $"{added}; {HumanNumber.Count(deleted)} went away.";
    }

    private string NameOf(AutoscalerLife life) =>
        run.Clusters.Count > 1 ? $"{life.Cluster}: {Names.Short(life.Name)}" : Names.Short(life.Name);
}
