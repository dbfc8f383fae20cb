using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Documents;
using Simulator.World.Metrics;

namespace Simulator.Serve.Clusters;

/// <summary>
/// What pods and nodes use at the moment, as metrics.k8s.io shows it; a pod's is told under its first container. Where a scenario does not
/// say what load there is, all pods are at rest, and autoscalers are told nothing all the same.
/// </summary>
/// <param name="usage">Null: of no pod it is known.</param>
internal sealed class UsageDocuments(Setting setting, Func<IPodUsage?> usage)
{
    private readonly RestingUsage _atRest = new();

    public const string OfPods = "podmetrics";
    public const string OfNodes = "nodemetrics";

    public static bool Has(string resource) => resource is OfPods or OfNodes;

    public IReadOnlyList<StoredDocument> List(string resource, string? home) => resource == OfPods
        ?
        [
            .. setting.Store.List("Pod").Cast<Pod>()
                .Where(pod => Runs(pod) && (home is null || pod.Namespace == home))
                .Select(pod => new PlainDocument(Of(pod))),
        ]
        : [.. setting.Store.List("Node").Cast<Node>().Select(node => new PlainDocument(Of(node)))];

    /// <summary>Null: it does not run.</summary>
    public JsonObject? Find(DocumentKey key) => key.Resource == OfNodes
        ? setting.Store.Find<Node>("Node", new ObjectKey("", key.Name)) is { } node ? Of(node) : null
        : setting.Store.Find<Pod>("Pod", new ObjectKey(key.Namespace, key.Name)) is { } pod && Runs(pod) ? Of(pod) : null;

    private static bool Runs(Pod pod) => pod is { Status.Phase: PodPhase.Running, IsAssigned: true };

    private JsonObject Of(Pod pod) => Measured(pod).Set(
        "containers",
        new JsonArray(new JsonObject { ["name"] = pod.Spec.Containers[0].Name, ["usage"] = Amounts([pod]) }));

    private JsonObject Of(Node node) => Measured(node).Set(
        "usage", Amounts([.. setting.Store.PodsOn(node.Name).Cast<Pod>().Where(Runs)]));

    private JsonObject Measured(ApiObject of)
    {
        var now = Timestamp.Of(setting.Clock.At(setting.Now()));
        var metadata = new JsonObject { ["name"] = of.Name }.Text("namespace", of.Namespace).Set("creationTimestamp", now);
        return new JsonObject { ["metadata"] = metadata.Map("labels", of.Metadata.Labels), ["timestamp"] = now, ["window"] = "30s" };
    }

    private JsonObject Amounts(IReadOnlyList<Pod> pods)
    {
        var known = usage() ?? _atRest;
        var (cpu, memory) = (pods.Sum(known.MilliCpu), pods.Sum(known.MemoryBytes));
        return new JsonObject { ["cpu"] = $"{(long)Math.Round(cpu)}m", ["memory"] = $"{memory >> 10}Ki" };
    }
}
