using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>status of replication controllers and ReplicaSets.</summary>
internal static class ReplicaStatusWriter
{
    public static JsonObject Write(ReplicaStatus status) => new JsonObject { ["replicas"] = status.Replicas }
        .Number("fullyLabeledReplicas", status.FullyLabeledReplicas)
        .Number("observedGeneration", status.ObservedGeneration);
}
