using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Endpoints.</summary>
internal static class EndpointsWriter
{
    public static JsonObject Write(Endpoints endpoints, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(endpoints.Metadata, setting),
        ["subsets"] = new JsonArray([.. endpoints.Subsets.Select(subset => Write(subset, endpoints.Namespace))]),
    };

    private static JsonObject Write(EndpointSubset subset, string home) => new JsonObject()
        .List("addresses", subset.Addresses, address => Write(address, home))
        .List("notReadyAddresses", subset.NotReadyAddresses, address => Write(address, home))
        .List("ports", subset.Ports, WritePort);

    private static JsonObject Write(EndpointAddress address, string home) => new JsonObject { ["ip"] = address.Ip }
        .Text("hostname", address.Hostname)
        .Node("targetRef", address.TargetPod.Length == 0 ? null : new JsonObject
        {
            ["kind"] = "Pod",
            ["namespace"] = home,
            ["name"] = address.TargetPod,
            ["uid"] = address.TargetUid,
        });

    private static JsonObject WritePort(EndpointPort port) => new JsonObject()
        .Text("name", port.Name)
        .Set("port", port.Port)
        .Text("protocol", port.Protocol);
}
