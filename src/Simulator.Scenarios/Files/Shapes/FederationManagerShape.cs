using Simulator.ControlPlane.Federation;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of federation-controller-manager.</summary>
internal static class FederationManagerShape
{
    private static readonly KeysOf<FederationOptions> Key = new();

    public static Shape<FederationOptions> Value { get; } = new("federation-controller-manager", new FederationOptions(),
    [
        Key.Cycle(
            "cluster-monitor-period", "how often all clusters are looked at, one after the other", o => o.ClusterMonitorPeriod,
            (o, v) => o with { ClusterMonitorPeriod = v }),
        Key.Integer(
            "concurrent-service-syncs", "federated services synchronised at a time", 1, 10_000, o => o.ConcurrentServiceSyncs,
            (o, v) => o with { ConcurrentServiceSyncs = v }),
        Key.Integer(
            "concurrent-replicaset-syncs", "federated ReplicaSets (of 1.4) synchronised at a time", 1, 10_000,
            o => o.ConcurrentReplicaSetSyncs, (o, v) => o with { ConcurrentReplicaSetSyncs = v }),
        Key.Rate(
            "federated-api-qps", "calls a second of each controller's client of the federation's API server", o => o.ApiQps,
            (o, v) => o with { ApiQps = v }),
        Key.Integer(
            "federated-api-burst", "calls that such a client may make at once", 1, 1_000_000, o => o.ApiBurst,
            (o, v) => o with { ApiBurst = v }),
    ])
    { Program = "federation-controller-manager" };
}
