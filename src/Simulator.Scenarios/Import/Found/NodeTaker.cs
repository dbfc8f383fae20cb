using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Found;

/// <summary>Reads nodes.</summary>
internal static class NodeTaker
{
    public static DumpNode Take(SourceMapping node)
    {
        var (metadata, spec, status) = (node.Map("metadata"), node.Map("spec"), node.Map("status"));
        var conditions = status.Maps("conditions").ToList();
        var capacity = Amounts(status.Map("capacity"));
        List<KeyValuePair<string, string>> allocatable = [.. Amounts(status.Map("allocatable")).Select(amount => Within(amount, capacity))
            .Where(amount => amount.Value.Length > 0)];
        return new DumpNode
        {
            Name = metadata.Text("name"),
            Uid = metadata.Text("uid"),
            Labels = Sorted(metadata.Map("labels").Texts()),
            Taints = [.. TaintsOf(metadata, spec)],
            IsCordoned = spec.Text("unschedulable") == "true",
            IsReady = conditions.Exists(condition => condition.Text("type") == "Ready" && condition.Text("status") == "True"),
            Capacity = capacity,
            Allocatable = allocatable.Count > 0 ? allocatable : capacity,
            Kubelet = status.Map("nodeInfo").Text("kubeletVersion"),
            ProviderId = spec.Text("providerID"),
            Troubles = [.. conditions
                .Where(condition => condition.Text("type") is not ("Ready" or "") && condition.Text("status") == "True")
                .Select(condition => condition.Text("type"))],
            Place = FilePlace.Of(node),
        };
    }

    /// <summary>Of today's field, and of the annotation of 1.3 to 1.5; those of conditions are left to the conditions.</summary>
    private static IEnumerable<DumpTaint> TaintsOf(SourceMapping? metadata, SourceMapping? spec)
    {
        var taints = spec.Maps("taints").Select(taint => new DumpTaint(taint.Text("key"), taint.Text("value"), taint.Text("effect")));
        var note = metadata.Map("annotations").Text(WellKnownAnnotations.Taints);
        if (note.Length > 0) taints = taints.Concat(Noted(note));
        return taints.Where(taint => !taint.Key.StartsWith("node.kubernetes.io/", StringComparison.Ordinal)
            || taint.Key is "node.kubernetes.io/out-of-service")
            .Distinct()
            .OrderBy(taint => taint.Key, StringComparer.Ordinal)
            .ThenBy(taint => taint.Effect, StringComparer.Ordinal);
    }

    private static IEnumerable<DumpTaint> Noted(string note)
    {
        try
        {
            return JsonNode.Parse(note) is JsonArray list
                ? [.. list.OfType<JsonObject>().Select(taint => new DumpTaint(
                    taint.Text("key"), taint.Text("value"), taint.Text("effect")))]
                : [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    /// <summary>Those that are quantities; pods are counted in whole ones.</summary>
    private static List<KeyValuePair<string, string>> Amounts(SourceMapping? amounts) => Sorted(amounts.Texts()
        .Where(amount => Quantity.TryParse(amount.Value, out var quantity) && quantity.Nanos >= 0)
        .Select(amount => amount.Key == ResourceNames.Pods
            ? (amount.Key, Quantity.Parse(amount.Value).Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : amount));

    /// <summary>At most what the node has; "" for what it does not have at all.</summary>
    private static KeyValuePair<string, string> Within(
        KeyValuePair<string, string> amount, List<KeyValuePair<string, string>> capacity)
    {
        var whole = capacity.Find(one => one.Key == amount.Key).Value ?? "";
        if (whole.Length == 0) return KeyValuePair.Create(amount.Key, "");
        return Quantity.Parse(amount.Value).CompareTo(Quantity.Parse(whole)) > 0 ? KeyValuePair.Create(amount.Key, whole) : amount;
    }

    private static List<KeyValuePair<string, string>> Sorted(IEnumerable<(string Key, string Value)> texts) =>
        [.. texts.Select(text => KeyValuePair.Create(text.Key, text.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
}
