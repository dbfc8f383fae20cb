namespace Simulator.Reports.Findings;

/// <summary>
/// Every kind of what can go wrong. One rule ranks what they find: the dearest first, in replica-seconds; equals in the order of this
/// table, then by name.
/// </summary>
internal static class FindingTable
{
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        PlansLeftOut.Kind,
        DataAtRisk.Kind,
        UsersUnserved.Kind,
        RequestsFailed.Kind,
        RequestsWaiting.Kind,
        EvictionsBlocked.Kind,
        OutageOutcome.Kind,
        ReplicasMissing.Kind,
        DaemonsMissing.Kind,
        PodsWaiting.Kind,
        MachinesMissing.Kind,
        MachinesPreempted.Kind,
        AutoscalersAtMax.Kind,
        JobsUnfinished.Kind,
        RolloutsStuck.Kind,
        CreationsRefused.Kind,
        ClaimsUnbound.Kind,
        IdentitiesTwice.Kind,
        MemoryFull.Kind,
        PodsFailed.Kind,
        ContainersRestarted.Kind,
        AutoscalersFailing.Kind,
        ServicesEmpty.Kind,
        DrainsBlocked.Kind,
        OperationsFailed.Kind,
    ];

    /// <summary>All that is to be told of a run, worst first.</summary>
    public static IReadOnlyList<Finding> Of(RunStory story) =>
    [
        .. All.SelectMany((kind, order) => kind.Find(story).Select(finding => (finding, order)))
            .OrderByDescending(entry => entry.finding.Cost)
            .ThenBy(entry => entry.order)
            .ThenBy(entry => entry.finding.Subject, StringComparer.Ordinal)
            .ThenBy(entry => entry.finding.Sentence, StringComparer.Ordinal)
            .Select(entry => entry.finding with { Cost = Math.Round(entry.finding.Cost, 3, MidpointRounding.AwayFromZero) }),
    ];
}
