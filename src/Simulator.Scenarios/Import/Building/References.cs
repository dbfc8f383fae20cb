using System.Text.Json.Nodes;
using Simulator.Scenarios.Import.Cleaning;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>
/// What pods name and a dump need not hold: their namespaces, service accounts, ConfigMaps and Secrets. They are taken to be there, with
/// the keys that pods read and without content: the pods ran with them.
/// </summary>
internal sealed class References
{
    private static readonly string[] Always = ["default", "kube-system"];

    private readonly SortedDictionary<FoundName, SortedSet<string>> _named = [];

    public void See(string home, JsonObject? spec)
    {
        if (spec is null) return;
        if (spec.Text("serviceAccountName") is { Length: > 0 } account) Name("ServiceAccount", home, account);
        foreach (var volume in spec.Maps("volumes"))
        {
            See("ConfigMap", home, volume.Map("configMap"), "name");
            See("Secret", home, volume.Map("secret"), "secretName");
        }

        foreach (var container in spec.Maps("initContainers").Concat(spec.Maps("containers")))
        {
            foreach (var source in container.Maps("env").Select(variable => variable.Map("valueFrom")))
            {
                SeeKey("ConfigMap", home, source.Map("configMapKeyRef"));
                SeeKey("Secret", home, source.Map("secretKeyRef"));
            }
        }
    }

    public void SeeNamespace(string home)
    {
        if (home.Length > 0 && !Always.Contains(home)) _named.TryAdd(new FoundName("Namespace", "", home), []);
    }

    /// <summary>Those that are not among the objects, and all ConfigMaps and Secrets, which have keys then.</summary>
    public IEnumerable<(FoundName Name, JsonObject Json)> Missing(IReadOnlyDictionary<FoundName, DumpObject> objects) => _named
        .Where(named => named.Value.Count > 0 || !objects.ContainsKey(named.Key))
        .Select(named => (named.Key, Make(named.Key, named.Value)));

    private void See(string kind, string home, JsonObject? volume, string key)
    {
        if (volume.Text(key) is not { Length: > 0 } name) return;
        Name(kind, home, name).UnionWith(volume.Maps("items").Select(item => item.Text("key")).Where(item => item.Length > 0));
    }

    private void SeeKey(string kind, string home, JsonObject? source)
    {
        if (source.Text("name") is { Length: > 0 } name && source.Text("key") is { Length: > 0 } key) Name(kind, home, name).Add(key);
    }

    private SortedSet<string> Name(string kind, string home, string name)
    {
        var key = new FoundName(kind, home, name);
        if (!_named.TryGetValue(key, out var keys)) _named.Add(key, keys = new SortedSet<string>(StringComparer.Ordinal));
        return keys;
    }

    private static JsonObject Make(FoundName name, SortedSet<string> keys)
    {
        var metadata = new JsonObject { ["name"] = name.Name };
        if (name.Namespace.Length > 0) metadata["namespace"] = name.Namespace;
        var json = new JsonObject { ["apiVersion"] = "v1", ["kind"] = name.Kind, ["metadata"] = metadata };
        if (keys.Count == 0) return json;
        var data = new JsonObject();
        foreach (var key in keys) data[key] = "";
        json["data"] = data;
        return json;
    }
}
