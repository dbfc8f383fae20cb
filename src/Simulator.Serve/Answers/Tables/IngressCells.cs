using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of ingresses.</summary>
internal static class IngressCells
{
    public static string Hosts(JsonObject ingress)
    {
        var hosts = ingress["spec"]?["rules"].Objects().Select(rule => rule.Text("host")).Where(host => host.Length > 0).ToList() ?? [];
        return hosts.Count > 0 ? string.Join(',', hosts) : "*";
    }

    public static string Address(JsonObject ingress) => string.Join(
        ',', ingress["status"]?["loadBalancer"]?["ingress"].Objects()
            .Select(point => point.Text("ip") is { Length: > 0 } address ? address : point.Text("hostname")) ?? []);

    public static string Ports(JsonObject ingress) => ingress["spec"]?["tls"].Objects().Any() is true ? "80, 443" : "80";
}
