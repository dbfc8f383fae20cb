using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Services, endpoints, secrets, namespaces, nodes, limits.</summary>
internal static class CoreDefaults
{
    public static void OfService(JsonObject spec)
    {
        spec.Default("sessionAffinity", "None");
        spec.Default("type", "ClusterIP");
        foreach (var port in spec["ports"].Objects())
        {
            port.Default("protocol", "TCP");
            if (port["targetPort"] is null || port["targetPort"].AsNumber() == 0 || port["targetPort"].AsText() is "")
            {
                port["targetPort"] = port["port"].AsNumber() ?? 0;
            }
        }
    }

    public static void OfEndpoints(JsonObject endpoints)
    {
        foreach (var port in endpoints["subsets"].Objects().SelectMany(subset => subset["ports"].Objects()))
        {
            port.Default("protocol", "TCP");
        }
    }

    public static void OfSecret(JsonObject secret) => secret.Default("type", "Opaque");

    public static void OfNamespace(JsonObject home) => home.Child("status").Default("phase", "Active");

    public static void OfNode(JsonObject node)
    {
        node.Child("spec").Default("externalID", node["metadata"].Text("name"));
        var status = node.Child("status");
        if (status["allocatable"] is null && status["capacity"] is { } capacity) status["allocatable"] = capacity.DeepClone();
    }

    /// <summary>Of containers: limits are the largest allowed, requests the limits, or else the least allowed.</summary>
    public static void OfLimits(JsonObject item)
    {
        if (item.Text("type") != "Container") return;
        Add(item.Child("default"), item["max"]);
        Add(item.Child("defaultRequest"), item["default"]);
        Add(item.Child("defaultRequest"), item["min"]);
    }

    private static void Add(JsonObject amounts, JsonNode? others)
    {
        foreach (var (name, amount) in others as JsonObject ?? [])
        {
            if (!amounts.ContainsKey(name)) amounts[name] = amount?.DeepClone();
        }
    }
}
