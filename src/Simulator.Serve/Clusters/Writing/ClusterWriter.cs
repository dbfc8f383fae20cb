using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>federation/v1beta1 Cluster.</summary>
internal static class ClusterWriter
{
    public static JsonObject Write(Cluster cluster, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(cluster.Metadata, setting),
        ["spec"] = new JsonObject()
            .List("serverAddressByClientCIDRs", cluster.ServerAddresses, WriteAddress)
            .Node("secretRef", cluster.SecretName.Length == 0 ? null : new JsonObject { ["name"] = cluster.SecretName }),
        ["status"] = new JsonObject()
            .List("conditions", cluster.Conditions, condition => Write(condition, setting))
            .Texts("zones", cluster.Zones)
            .Text("region", cluster.Region),
    };

    private static JsonObject WriteAddress(ServerAddress address) => new()
    {
        ["clientCIDR"] = address.ClientCidr,
        ["serverAddress"] = address.Address,
    };

    private static JsonObject Write(ClusterCondition condition, Setting setting) => new JsonObject
    {
        ["type"] = condition.Type,
        ["status"] = condition.Status.ToString(),
        ["lastProbeTime"] = setting.Clock.Text(condition.LastProbeTime),
        ["lastTransitionTime"] = setting.Clock.Text(condition.LastTransitionTime),
    }.Text("reason", condition.Reason);
}
