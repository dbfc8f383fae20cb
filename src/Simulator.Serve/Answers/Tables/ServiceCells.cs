using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of services.</summary>
internal static class ServiceCells
{
    public static string ExternalAddress(JsonObject service)
    {
        var places = service["spec"]?["externalIPs"] is JsonArray given ? given.Select(address => address.AsText()!).ToList() : [];
        if (service["spec"].Text("type") == "NodePort") return places.Count > 0 ? string.Join(',', places) : "<nodes>";
        foreach (var point in service["status"]?["loadBalancer"]?["ingress"].Objects() ?? [])
            places.Insert(0, point.Text("ip") is { Length: > 0 } address ? address : point.Text("hostname"));
        return places.Count > 0 ? string.Join(',', places) : "<none>";
    }

    public static string Ports(JsonObject service) => TableCells.OrNone(string.Join(
        ',', service["spec"]?["ports"].Objects().Select(port => $"{port["port"]?.ToJsonString()}/{port.Text("protocol")}") ?? []));
}
