using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>scheduling.k8s.io/v1 PriorityClass.</summary>
internal static class PriorityClassWriter
{
    public static JsonObject Write(PriorityClass named, Setting setting) => new JsonObject
    {
        ["metadata"] = MetaWriter.Write(named.Metadata, setting),
        ["value"] = named.Value,
    }
        .Flag("globalDefault", named.IsGlobalDefault)
        .Set("preemptionPolicy", named.PreemptionPolicy.Length > 0 ? named.PreemptionPolicy : "PreemptLowerPriority");
}
