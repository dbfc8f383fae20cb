using System.Globalization;
using Simulator.Api;
using Simulator.Scenarios.Import.Cleaning;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>
/// ReplicaSets of former revisions whose templates are equal to another one's once they are cleaned: 1.3 would take the wrong one for the
/// present. Only those without pods are meant.
/// </summary>
internal static class FormerSets
{
    public static IReadOnlyList<FoundName> Alike(Dump dump, IEnumerable<DumpObject> objects)
    {
        var used = dump.Pods.Where(pod => pod.Owner.Kind == "ReplicaSet").Select(pod => (pod.Namespace, pod.Owner.Name)).ToHashSet();
        return [.. objects.Where(value => value is { Name.Kind: "ReplicaSet", Owner.Kind: "Deployment" })
            .GroupBy(set => (set.Name.Namespace, set.Owner.Name, TemplateOf(set)))
            .Where(alike => alike.Count() > 1)
            .SelectMany(alike => alike.OrderByDescending(set => used.Contains((set.Name.Namespace, set.Name.Name)))
                .ThenByDescending(RevisionOf).ThenBy(set => set.Name).Skip(1))
            .Where(set => !used.Contains((set.Name.Namespace, set.Name.Name)))
            .Select(set => set.Name)];
    }

    private static UInt128 TemplateOf(DumpObject set)
    {
        var template = (System.Text.Json.Nodes.JsonObject?)set.Template?.DeepClone();
        template.Map("metadata").Map("labels")?.Remove(WellKnownLabels.PodTemplateHash);
        return CanonicalJson.Hash(template);
    }

    private static int RevisionOf(DumpObject set) =>
        int.TryParse(
            set.Json.Map("metadata").Map("annotations").Text(WellKnownAnnotations.DeploymentRevision), CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;
}
