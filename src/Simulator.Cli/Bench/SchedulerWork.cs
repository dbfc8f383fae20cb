namespace Simulator.Cli.Bench;

/// <summary>Counted work of decisions.</summary>
/// <param name="NodesJudged">Nodes that predicates and scores were asked about.</param>
/// <param name="NodesMarked">Nodes that differed from their group for one decision.</param>
/// <param name="SelectorsAsked">Selectors, or label classes that one was asked about.</param>
/// <param name="PodsWalked">Pods of nodes that were walked over, at most.</param>
/// <param name="LeftToPlain">Decisions left to the plain rule.</param>
/// <param name="Bytes">Allocated.</param>
public sealed record SchedulerWork(
    double NodesJudged, double NodesMarked, double SelectorsAsked, double PodsWalked, double LeftToPlain, double Bytes)
{
    public static SchedulerWork operator -(SchedulerWork now, SchedulerWork before) => new(
        now.NodesJudged - before.NodesJudged,
        now.NodesMarked - before.NodesMarked,
        now.SelectorsAsked - before.SelectorsAsked,
        now.PodsWalked - before.PodsWalked,
        now.LeftToPlain - before.LeftToPlain,
        now.Bytes - before.Bytes);

    public SchedulerWork Each(int decisions) => new(
        NodesJudged / decisions,
        NodesMarked / decisions,
        SelectorsAsked / decisions,
        PodsWalked / decisions,
        LeftToPlain / decisions,
        Bytes / decisions);
}
