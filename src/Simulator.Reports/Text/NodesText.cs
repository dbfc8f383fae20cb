using Simulator.Api.Words;
using Simulator.World.Explanation;
using Simulator.World.Observations;

namespace Simulator.Reports.Text;

/// <summary>Why there are so many nodes, in lines.</summary>
public static class NodesText
{
    private const int EventsShown = 15;
    private const int NodesShown = 5;

    public static IEnumerable<string> Lines(WhyNodes why) =>
    [
        $"nodes of {why.Cluster} at {Clock.Of(why.At)}",
        "",
        .. why.Groups.Select(Line),
        "",
        .. why.Round is null ? ["no round of the autoscaler has begun yet"] : Lines(why.Round),
        .. why.Before is null ? Array.Empty<string>() : ["before it:", .. Lines(why.Before)],
        "",
        .. Events(why.Events),
    ];

    private static string Line(GroupFacts group)
    {
        var parts = new List<string> { $"{group.Ready} ready" };
        if (group.NotReady > 0) parts.Add($"{group.NotReady} not ready");
        if (group.Coming > 0) parts.Add($"{group.Coming} coming");
        var waits = group.Waits.Length > 0 ? $"; the cloud says: {group.Waits}" : "";
        return $"  {group.Group}  {group.Machines} machines ({Wording.Listed(parts)}), min {group.Min}, max {group.Max}{waits}";
    }

    private static IEnumerable<string> Lines(RoundFacts round)
    {
        var end = round.EndedAt is { } ended ? $" to {Clock.Of(ended)}" : ", still under way";
        yield return $"round of {Clock.Of(round.StartedAt)}{end}: {round.Nodes} nodes are ready and not cordoned";
        if (round.Dropped.Length > 0)
        {
            yield return $"  nothing was decided: {round.Dropped}";
            if (round.Nodes == 0 || round.Options.Count + round.Refusals.Count == 0) yield break;
        }

        foreach (var line in Growth(round)) yield return line;
        foreach (var line in Removal(round)) yield return line;
    }

    private static IEnumerable<string> Growth(RoundFacts round)
    {
        if (round.Unschedulable == 0)
        {
            yield return "  did not grow: no pod is unschedulable";
            yield break;
        }

        yield return $"  {round.Unschedulable} pods are unschedulable; {round.Reset} of them were called so before the newest node was "
            + "there, "
            + $"and are to be judged again; {round.Schedulable} would fit on a node that is there";
        foreach (var refusal in round.Refusals) yield return $"  {refusal.Name} does not help{Some(round, refusal.Name)}: {refusal.Why}";
        foreach (var option in round.Options) yield return $"  {option.Group} would help {option.Pods} pods";
        yield return round.Grew.Length > 0 ? $"  grew: {round.Grew}" : "  did not grow";
    }

    private static string Some(RoundFacts round, string group) =>
        round.Options.Any(option => option.Group == group) ? " all of them" : "";

    private static IEnumerable<string> Removal(RoundFacts round)
    {
        if (round.Grew.Length > 0) yield break;
        if (round.Removed.Length > 0) yield return $"  removed: {round.Removed}";
        if (round.RemovalWaits.Length > 0) yield return $"  nothing can be removed yet: {round.RemovalWaits}";
        if (round.Unneeded.Count > 0)
        {
            var nodes = round.Unneeded.Take(NodesShown).Select(node => $"{node.Node} since {Clock.Of(node.Since)}");
            yield return $"  unneeded: {round.Unneeded.Count} nodes ({string.Join(", ", nodes)}{Rest(round.Unneeded.Count)})";
        }

        foreach (var node in round.Needed.Take(NodesShown)) yield return $"  {node.Name} is little used and needed: {node.Why}";
        if (round.Needed.Count > NodesShown) yield return $"  and so are {round.Needed.Count - NodesShown} more";
        if (round.Unneeded.Count + round.Needed.Count == 0) yield return "  no node is little used";
    }

    private static string Rest(int count) => count > NodesShown ? ", ..." : "";

    private static IEnumerable<string> Events(IReadOnlyList<LifeEvent> events)
    {
        if (events.Count > EventsShown) yield return $"{events.Count - EventsShown} earlier events are left out";
        foreach (var told in events.Skip(events.Count - EventsShown)) yield return $"{Clock.Of(told.At),9}  {told.Text}";
    }
}
