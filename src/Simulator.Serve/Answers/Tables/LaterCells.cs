using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of several kinds as later versions print them (pkg/printers/internalversion/printers.go of 1.20.2).</summary>
internal static class LaterCells
{
    private const string RolePrefix = "node-role.kubernetes.io/";
    private const string DefaultClass = "storageclass.kubernetes.io/is-default-class";
    private const int HostsMax = 3;

    public static readonly TableColumn MarkedName = new("Name", Marked) { Format = "name" };

    public static string OrUnknown(string? text) => string.IsNullOrEmpty(text) ? "<unknown>" : text;

    public static string Roles(JsonObject node)
    {
        var labels = node["metadata"]?["labels"] as JsonObject ?? [];
        var roles = labels.Where(label => label.Key.StartsWith(RolePrefix, StringComparison.Ordinal))
            .Select(label => label.Key[RolePrefix.Length..])
            .Where(role => role.Length > 0);
        return TableCells.OrNone(string.Join(',', roles.Order(StringComparer.Ordinal)));
    }

    public static string Address(JsonObject node, string type) => TableCells.OrNone(
        node["status"]?["addresses"].Objects().FirstOrDefault(address => address.Text("type") == type).Text("address") ?? "");

    public static string ReadyReplicas(JsonObject owner) =>
        $"{owner["status"]?["readyReplicas"].AsNumber() ?? 0}/{owner["spec"]?["replicas"].AsNumber() ?? 0}";

    public static string Completions(JsonObject job)
    {
        var (done, wanted) = (job["status"]?["succeeded"].AsNumber() ?? 0, job["spec"]?["completions"].AsNumber());
        if (wanted is { } count) return $"{done}/{count}";
        return (job["spec"]?["parallelism"].AsNumber() ?? 1) > 1 ? $"{done}/1 of {job["spec"]!["parallelism"]}" : $"{done}/1";
    }

    public static string ExternalAddress(JsonObject service)
    {
        var own = (service["spec"]?["externalIPs"] as JsonArray ?? []).Select(address => address.AsText() ?? "").ToList();
        var balanced = service["status"]?["loadBalancer"]?["ingress"].Objects()
            .Select(point => point.Text("ip") is { Length: > 0 } ip ? ip : point.Text("hostname"))
            .ToList() ?? [];
        return service["spec"].Text("type") switch
        {
            "ExternalName" => service["spec"].Text("externalName"),
            "LoadBalancer" when balanced.Count + own.Count == 0 => "<pending>",
            _ => TableCells.OrNone(string.Join(',', balanced.Concat(own))),
        };
    }

    public static string Ports(JsonObject service) => TableCells.OrNone(string.Join(
        ',', service["spec"]?["ports"].Objects().Select(port => port["nodePort"].AsNumber() is { } open and not 0
            ? $"{port["port"]}:{open}/{port.Text("protocol")}"
            : $"{port["port"]}/{port.Text("protocol")}") ?? []));

    public static string Targets(JsonObject autoscaler)
    {
        var now = autoscaler["status"]?["currentMetrics"].Objects().ToList() ?? [];
        var wanted = autoscaler["spec"]?["metrics"].Objects().ToList() ?? [];
        var texts = wanted.Select(
            (metric, i) => $"{Value(i < now.Count ? Values(now[i])?["current"] : null)}/{Value(Values(metric)?["target"])}");
        return TableCells.OrNone(string.Join(", ", texts));
    }

    public static string Involved(JsonObject @event) =>
        $"{@event["involvedObject"].Text("kind").ToLowerInvariant()}/{@event["involvedObject"].Text("name")}";

    public static string Source(JsonObject @event)
    {
        var (component, host) = (@event["source"].Text("component"), @event["source"].Text("host"));
        return host.Length > 0 ? $"{component}, {host}" : component;
    }

    public static string Hosts(JsonObject ingress)
    {
        var hosts = ingress["spec"]?["rules"].Objects().Select(rule => rule.Text("host")).Where(host => host.Length > 0).ToList() ?? [];
        if (hosts.Count == 0) return "*";
        return hosts.Count > HostsMax
            ? $"{string.Join(',', hosts.Take(HostsMax))} + {hosts.Count - HostsMax} more..."
            : string.Join(',', hosts);
    }

    public static Func<JsonObject, string> Amount(string field) => budget =>
        budget["spec"]?[field] is { } amount ? amount.AsText() ?? amount.ToJsonString() : "N/A";

    public static string SlicePorts(JsonObject slice)
    {
        var ports = slice["ports"].Objects().Select(port => port["port"]?.ToJsonString() ?? "*").ToList();
        return ports.Count == 0 ? "<unset>" : Shortened(ports);
    }

    public static string SliceAddresses(JsonObject slice)
    {
        var all = slice["endpoints"].Objects().SelectMany(point => point["addresses"] as JsonArray ?? []).Select(one => one.AsText() ?? "")
            .ToList();
        return all.Count == 0 ? "<unset>" : Shortened(all);
    }

    public static string Controller(JsonObject revision)
    {
        var owner = revision["metadata"]?["ownerReferences"].Objects().FirstOrDefault(one => one["controller"].IsTrue());
        if (owner is null) return "<none>";
        var group = owner.Text("apiVersion").Split('/') is [var name, _] ? "." + name : "";
        return $"{owner.Text("kind").ToLowerInvariant()}{group}/{owner.Text("name")}";
    }

    public static string Role(JsonObject binding) => $"{binding["roleRef"].Text("kind")}/{binding["roleRef"].Text("name")}";

    private static JsonNode Marked(JsonObject storage)
    {
        var name = storage["metadata"].Text("name");
        return storage["metadata"]?["annotations"].Text(DefaultClass) == "true" ? $"{name} (default)" : name;
    }

    private static string Shortened(List<string> all) => all.Count > HostsMax
        ? $"{string.Join(',', all.Take(HostsMax))} + {all.Count - HostsMax} more..."
        : string.Join(',', all);

    private static JsonNode? Values(JsonObject metric)
    {
        var type = metric.Text("type");
        return type.Length == 0 ? null : metric[char.ToLowerInvariant(type[0]) + type[1..]];
    }

    private static string Value(JsonNode? value)
    {
        if (value?["averageUtilization"].AsNumber() is { } percent) return $"{percent}%";
        if (value.Text("averageValue") is { Length: > 0 } average) return average;
        return value.Text("value") is { Length: > 0 } whole ? whole : "<unknown>";
    }
}
