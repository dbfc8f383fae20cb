namespace Simulator.World.Invariants;

/// <summary>All rules of federations, in the order in which they are asked.</summary>
public static class FederationTable
{
    public static IReadOnlyList<Entry> All { get; } =
    [
        new(
            RecordsNameKnownAddresses.Name, "DNS never names an address that no service of any cluster ever had",
            federation => new RecordsNameKnownAddresses(federation)),
        new(
            ClustersKeepToThemselves.Name, "what happens in a cluster is about its own nodes and its own load balancers",
            federation => new ClustersKeepToThemselves(federation)),
        new(
            ReplicasAddUp.Name,
            "after ten minutes of quiet, the replicas of a federated ReplicaSet in the ready clusters are as many as it wants, where its "
                + "preferences and the room allow it",
            federation => new ReplicasAddUp(federation)),
    ];

    /// <param name="Claim">What is held, in words.</param>
    public sealed record Entry(string Name, string Claim, Func<CheckedFederation, IFederationRule> Make);
}
