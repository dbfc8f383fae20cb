using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>discovery.k8s.io/v1beta1 EndpointSlice.</summary>
internal static class EndpointSliceWriter
{
    public static JsonObject Write(EndpointSlice slice, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(slice.Metadata, setting),
        ["addressType"] = "IPv4",
        ["endpoints"] = new JsonArray([.. slice.Endpoints.Select(point => (JsonNode)Write(point, slice.Namespace))]),
        ["ports"] = new JsonArray([.. slice.Ports.Select(port => (JsonNode)Write(port))]),
    };

    private static JsonObject Write(SliceEndpoint point, string home) => new JsonObject
    {
        ["addresses"] = new JsonArray(point.Ip),
        ["conditions"] = new JsonObject { ["ready"] = point.IsReady },
    }
        .Text("hostname", point.Hostname)
        .Node("targetRef", point.TargetPod.Length == 0 ? null : new JsonObject
        {
            ["kind"] = "Pod",
            ["namespace"] = home,
            ["name"] = point.TargetPod,
            ["uid"] = point.TargetUid,
        })
        .Node("topology", point.NodeName.Length == 0 ? null : new JsonObject { ["kubernetes.io/hostname"] = point.NodeName })
        .Text("nodeName", point.NodeName);

    private static JsonObject Write(EndpointPort port) =>
        new() { ["name"] = port.Name, ["protocol"] = port.Protocol, ["port"] = port.Port };
}
