using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Import.Cleaning;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Building;

/// <summary>
/// ReplicaSets that nobody dumped, of Deployments that were: made again from their pods and the Deployment's template. Of several the one
/// with the most pods is taken for the present one, and the others are left to their pods.
/// </summary>
internal static class RebuiltSets
{
    public static IEnumerable<DumpObject> Of(Dump dump)
    {
        var deployments = dump.Objects.Values.Where(value => value.Name.Kind == "Deployment").ToList();
        var present = dump.Objects.Values.Where(value => value.Name.Kind == "ReplicaSet")
            .Select(set => (set.Name.Namespace, set.Owner.Name)).ToHashSet();
        var waiting = dump.Pods.Where(pod => pod.Owner.Kind == "ReplicaSet"
                && !dump.Objects.ContainsKey(new FoundName("ReplicaSet", pod.Namespace, pod.Owner.Name)))
            .GroupBy(pod => (pod.Namespace, pod.Owner))
            .OrderByDescending(set => set.Count())
            .ThenBy(set => set.Key.Owner.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var deployment in deployments)
        {
            if (present.Contains((deployment.Name.Namespace, deployment.Name.Name))) continue;
            var pods = waiting.FirstOrDefault(set => IsOf(deployment, set.Key.Namespace, set.First()));
            if (pods is not null) yield return Make(deployment, pods.Key.Owner, [.. pods]);
        }
    }

    private static bool IsOf(DumpObject deployment, string home, DumpPod pod)
    {
        if (deployment.Name.Namespace != home) return false;
        if (!pod.Owner.Name.StartsWith(deployment.Name.Name + "-", StringComparison.Ordinal)) return false;
        var selector = deployment.Json.Map("spec").Map("selector").Map("matchLabels")
            ?? deployment.Template.Map("metadata").Map("labels")
            ?? [];
        return selector.All(label => pod.Labels.Pairs.Any(own => own.Key == label.Key && own.Value == label.Value?.ToString()));
    }

    private static DumpObject Make(DumpObject deployment, OwnerName set, IReadOnlyList<DumpPod> pods)
    {
        var template = (JsonObject)deployment.Template!.DeepClone();
        var metadata = template.Map("metadata") ?? [];
        template["metadata"] ??= metadata;
        var labels = metadata.Map("labels") ?? [];
        metadata["labels"] ??= labels;
        var hash = pods[0].Labels.Pairs.FirstOrDefault(label => label.Key == WellKnownLabels.PodTemplateHash).Value ?? "found";
        labels[WellKnownLabels.PodTemplateHash] = hash;
        var json = new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "ReplicaSet",
            ["metadata"] = new JsonObject
            {
                ["name"] = set.Name,
                ["namespace"] = deployment.Name.Namespace,
                ["uid"] = set.Uid,
                ["labels"] = labels.DeepClone(),
            },
            ["spec"] = new JsonObject
            {
                ["replicas"] = pods.Count(pod => !pod.IsFinished && pod.Phase != FoundPodTable.Terminating),
                ["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() },
                ["template"] = template,
            },
        };
        var owner = new OwnerName("Deployment", deployment.Name.Name, deployment.Uid);
        return new DumpObject(new FoundName("ReplicaSet", deployment.Name.Namespace, set.Name), set.Uid, json, owner, deployment.Place);
    }
}
