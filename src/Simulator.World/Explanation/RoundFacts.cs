using Simulator.ControlPlane.Autoscaling.Cluster;

namespace Simulator.World.Explanation;

/// <summary>What one round of an autoscaler saw and did.</summary>
/// <param name="EndedAt">Null while it is under way.</param>
/// <param name="Refusals">By group, why it does not help.</param>
/// <param name="Options">Groups that would help, with the number of pods.</param>
/// <param name="Unneeded">Nodes, and since when.</param>
/// <param name="Needed">Nodes below the threshold that are needed all the same, and why.</param>
public sealed record RoundFacts(
    TimeSpan StartedAt, TimeSpan? EndedAt, int Nodes, string Dropped, int Unschedulable, int Reset, int Schedulable,
    IReadOnlyList<NamedReason> Refusals, IReadOnlyList<HelpingGroup> Options, string Grew, IReadOnlyList<UnneededNode> Unneeded,
    IReadOnlyList<NamedReason> Needed, string RemovalWaits, string Removed)
{
    public static RoundFacts Of(RoundReport round) => new(
        round.StartedAt.SinceStart, round.EndedAt?.SinceStart, round.Nodes, round.Dropped, round.Unschedulable, round.Reset,
        round.Schedulable,
        Named(round.Refusals), [.. round.Options.Select(option => new HelpingGroup(option.Group, option.Pods))], round.Grew,
        [.. round.Unneeded.OrderBy(node => node.Value).ThenBy(node => node.Key, StringComparer.Ordinal)
            .Select(node => new UnneededNode(node.Key, node.Value.SinceStart))],
        Named(round.Needed), round.RemovalWaits, round.Removed);

    private static List<NamedReason> Named(Dictionary<string, string> reasons) =>
        [.. reasons.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new NamedReason(entry.Key, entry.Value))];
}

public sealed record NamedReason(string Name, string Why);

public sealed record HelpingGroup(string Group, int Pods);

public sealed record UnneededNode(string Node, TimeSpan Since);
