using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Service.</summary>
internal static class ServiceWriter
{
    public static JsonObject Write(Service service, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(service.Metadata, setting),
        ["spec"] = new JsonObject()
            .List("ports", service.Ports, WritePort)
            .Map("selector", service.Selector)
            .Text("clusterIP", setting.Services.Of(service))
            .Text("type", service.Type)
            .Texts("externalIPs", service.ExternalIPs)
            .Text("sessionAffinity", service.SessionAffinity)
            .Texts("loadBalancerSourceRanges", service.LoadBalancerSourceRanges)
            .Text("externalName", service.ExternalName),
        ["status"] = new JsonObject
        {
            ["loadBalancer"] = new JsonObject()
                .List("ingress", service.LoadBalancerIngress, address => new JsonObject { ["ip"] = address }),
        },
    };

    private static JsonObject WritePort(ServicePort port) => new JsonObject()
        .Text("name", port.Name)
        .Text("protocol", port.Protocol)
        .Set("port", port.Port)
        .Set("targetPort", Fields.Either(port.TargetPort, port.IsTargetText))
        .Number("nodePort", port.NodePort);
}
