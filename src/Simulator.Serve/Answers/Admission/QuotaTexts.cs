using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Admission;

/// <summary>Between quotas as the control plane has them and their documents.</summary>
internal static class QuotaTexts
{
    /// <summary>With a capital: plugin/pkg/admission/resourcequota/controller.go of 1.3.10.</summary>
    private const string Exceeded = "Exceeded quota";

    private const string Marker = "is forbidden: ";

    /// <summary>The reason without the object in front of it.</summary>
    public static string Why(string reason)
    {
        var at = reason.IndexOf(Marker, StringComparison.Ordinal);
        var why = at < 0 ? reason : reason[(at + Marker.Length)..];
        return why.StartsWith(Exceeded, StringComparison.OrdinalIgnoreCase) ? Exceeded + why[Exceeded.Length..] : why;
    }

    public static void Store(IDocumentStore store, ResourceQuota quota)
    {
        var key = new DocumentKey("resourcequotas", quota.Namespace, quota.Name);
        var document = store.Find(key)!.Copy();
        var used = new JsonObject();
        foreach (var (name, amount) in quota.Status.Used.Amounts) used[name] = amount.ToString();
        if (JsonNode.DeepEquals(used, document["status"]?["used"])) return;
        document.Child("status")["used"] = used;
        store.Put(key, document);
    }
}
