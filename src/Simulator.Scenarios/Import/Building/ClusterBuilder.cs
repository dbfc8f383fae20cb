using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Import.Cleaning;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>Makes of a dump what goes into a scenario.</summary>
internal static class ClusterBuilder
{
    public static FoundCluster Build(Dump dump, KubernetesVersion version, Diagnostics diagnostics)
    {
        var objects = new SortedDictionary<FoundName, DumpObject>(dump.Objects.ToDictionary(pair => pair.Key, pair => pair.Value));
        foreach (var set in RebuiltSets.Of(dump)) objects.TryAdd(set.Name, set);
        foreach (var name in FormerSets.Alike(dump, objects.Values)) objects.Remove(name);
        foreach (var name in objects.Keys.Where(name => name.Kind == "Endpoints" && IsMadeAnew(name, objects)).ToList())
        {
            objects.Remove(name);
        }
        var pods = new PodRows(dump, objects, diagnostics);
        var rows = pods.Make();
        var labels = new DaemonPlaces(dump, version, diagnostics).Note(rows);
        var pools = PoolGroups.Of(dump.Nodes, labels);
        var manifests = objects.ToDictionary(pair => pair.Key, pair => pair.Value.Json);
        foreach (var (name, json) in pods.Manifests) manifests[name] = json;
        foreach (var (name, json) in ReferencesOf(manifests, rows).Missing(objects)) manifests[name] = json;
        foreach (var (name, json) in PrioritiesOf(dump, version)) manifests.TryAdd(name, json);
        return new FoundCluster(
            pools, [.. pools.Select(pool => pool.Zone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. manifests.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))], rows)
        {
            Silent = [.. dump.Nodes.Where(node => !node.IsReady).Select(node => node.Name).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Classes whose objects nobody has dumped, where admission asks for them.</summary>
    private static IEnumerable<(FoundName Name, JsonObject Json)> PrioritiesOf(Dump dump, KubernetesVersion version)
    {
        if (!version.ActsUpon.Contains("PriorityClass")) yield break;
        foreach (var (name, priority) in dump.Priorities)
        {
            var json = new JsonObject
            {
                ["apiVersion"] = "scheduling.k8s.io/v1",
                ["kind"] = "PriorityClass",
                ["metadata"] = new JsonObject { ["name"] = name },
                ["value"] = priority.Value,
            };
            if (priority.Never) json["preemptionPolicy"] = "Never";
            yield return (new FoundName("PriorityClass", "", name), json);
        }
    }

    /// <summary>Endpoints follow from a service that selects; a leader notes itself anew.</summary>
    private static bool IsMadeAnew(FoundName name, SortedDictionary<FoundName, DumpObject> objects)
    {
        if (name is { Namespace: "default", Name: "kubernetes" }) return true;
        return !objects.TryGetValue(name with { Kind = "Service" }, out var service)
            || service.Json.Map("spec").Map("selector") is { Count: > 0 };
    }

    private static References ReferencesOf(Dictionary<FoundName, JsonObject> manifests, IReadOnlyList<FoundRow> rows)
    {
        var references = new References();
        foreach (var (name, json) in manifests)
        {
            references.SeeNamespace(name.Namespace);
            references.See(name.Namespace, name.Kind == "Pod" ? json.Map("spec") : json.Map("spec").Map("template").Map("spec"));
        }

        foreach (var row in rows) references.SeeNamespace(row.Pod.Namespace);
        return references;
    }
}
