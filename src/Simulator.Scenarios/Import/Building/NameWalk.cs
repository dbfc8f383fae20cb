using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Building;

/// <summary>Goes through an object and gives each name in it to somebody, who says what is to stand there instead.</summary>
internal sealed class NameWalk(Func<string, string> name)
{
    /// <summary>Keys whose value is a name, wherever they stand.</summary>
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal)
    {
        "name", "namespace", "serviceName", "serviceAccountName", "claimName", "volumeName", "secretName", "image", "priorityClassName",
        "storageClassName", "runtimeClassName", "nodeName", "hostname", "subdomain", "schedulerName",
    };

    /// <summary>Maps of labels: their values are names.</summary>
    private static readonly HashSet<string> Labelled = new(StringComparer.Ordinal) { "labels", "matchLabels", "nodeSelector" };

    /// <summary>What says what somebody runs and is looked at by nobody.</summary>
    private static readonly string[] Free =
        ["args", "command", "lifecycle", "workingDir", "path", "host", "server", "monitors", "volumeID", "pdName", "pool", "volumeHandle"];

    private static readonly HashSet<string> Decides = new(StringComparer.Ordinal)
    {
        WellKnownAnnotations.DeploymentRevision, WellKnownAnnotations.PetInitialized, WellKnownAnnotations.BindCompleted,
        WellKnownAnnotations.BoundByController, WellKnownAnnotations.MirrorPod, WellKnownAnnotations.TolerateUnreadyEndpoints,
    };

    public void Object(JsonObject map) => Walk(map, "");

    private void Walk(JsonObject map, string above)
    {
        foreach (var (key, value) in map.ToList())
        {
            if (key == "annotations" && value is JsonObject annotations) Annotations(annotations);
            else if (key is "env" or "envFrom") Environment(map, key);
            else if (IsLabels(key, above, value)) Values((JsonObject)value!);
            else if (key == "values" && value is JsonArray values) Items(values);
            else if (value is JsonObject below) Walk(below, key);
            else if (value is JsonArray list) List(list, key);
            else if (value is JsonValue text && text.TryGetValue<string>(out var word)) map[key] = Text(key, word, above);
        }
    }

    /// <summary>The selector of a service or controller of old is a map of labels.</summary>
    private static bool IsLabels(string key, string above, JsonNode? value) =>
        value is JsonObject map && (Labelled.Contains(key)
            || (key == "selector" && above == "spec" && !map.ContainsKey("matchLabels") && !map.ContainsKey("matchExpressions")));

    private void List(JsonArray list, string key)
    {
        if (key is "accessModes" or "scopes" or "drop" or "add") return;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject map) Walk(map, key);
            else if (list[i] is JsonValue text && text.TryGetValue<string>(out var word))
            {
                list[i] = Free.Contains(key) ? "left-out" : name(word);
            }
        }
    }

    private string Text(string key, string word, string above)
    {
        if (Free.Contains(key)) return key is "volumeID" or "pdName" or "volumeHandle" ? name(word) : "/left-out";
        if (key == "name" && above == "ports") return word;
        if (key == "value" && above == "tolerations") return name(word);
        return Named.Contains(key) ? name(word) : word;
    }

    private void Values(JsonObject map)
    {
        foreach (var (key, value) in map.ToList())
        {
            if (value is not JsonValue text || !text.TryGetValue<string>(out var word)) continue;
            map.Remove(key);
            map[Key(key, name)] = name(word);
        }
    }

    /// <summary>Keys of labels stay, but for those that an import has made of a name.</summary>
    public static string Key(string key, Func<string, string> name) =>
        key.StartsWith(DaemonPlaces.Prefix, StringComparison.Ordinal)
            ? DaemonPlaces.Prefix + name(key[DaemonPlaces.Prefix.Length..])
            : key;

    private void Items(JsonArray values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is JsonValue text && text.TryGetValue<string>(out var word)) values[i] = name(word);
        }
    }

    /// <summary>Those of 1.3 that hold JSON are gone through; others that decide nothing go.</summary>
    private void Annotations(JsonObject annotations)
    {
        foreach (var (key, value) in annotations.ToList())
        {
            var text = value?.ToString() ?? "";
            if (Decides.Contains(key)) continue;
            var inside = JsonIn(text);
            if (inside is JsonObject map) Walk(map, key);
            else if (inside is JsonArray list) List(list, "tolerations");
            annotations[key] = inside?.ToJsonString() ?? name(text);
        }
    }

    private static JsonNode? JsonIn(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '[')) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Only what is taken from ConfigMaps and Secrets can hold a pod back.</summary>
    private void Environment(JsonObject container, string key)
    {
        container.Keep(key, variable => variable.Map("valueFrom") is { } source
            && (source.ContainsKey("configMapKeyRef") || source.ContainsKey("secretKeyRef")));
        foreach (var variable in container.Maps(key).ToList())
        {
            variable["name"] = "LEFT_OUT";
            Walk(variable.Map("valueFrom")!, "valueFrom");
        }
    }
}
