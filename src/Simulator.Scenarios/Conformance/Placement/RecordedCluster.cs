using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulator.Api;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>A recording's arguments and cluster, loaded as the scheduler's watches would load them.</summary>
internal sealed class RecordedCluster
{
    /// <summary>Lists of the state in the order of loading, and what is in them.</summary>
    private static readonly (string List, string Kind, string Version)[] Kinds =
    [
        ("nodes", "Node", "v1"), ("pods", "Pod", "v1"), ("nominatedPods", "Pod", "v1"), ("services", "Service", "v1"),
        ("replicationControllers", "ReplicationController", "v1"), ("replicaSets", "ReplicaSet", "apps/v1"),
        ("statefulSets", "StatefulSet", "apps/v1"), ("podDisruptionBudgets", "PodDisruptionBudget", "policy/v1beta1"),
        ("persistentVolumes", "PersistentVolume", "v1"), ("persistentVolumeClaims", "PersistentVolumeClaim", "v1"),
        ("storageClasses", "StorageClass", "storage.k8s.io/v1"), ("csiNodes", "CSINode", "storage.k8s.io/v1"),
    ];

    public RecordedCluster(JsonElement recording)
    {
        var config = recording.GetProperty("config");
        State = new SchedulerState { PercentageOfNodesToScore = config.Int("percentageOfNodesToScore") };
        Profile = Profile.Default(SettingsOf(config));
        foreach (var (list, kind, version) in Kinds)
        {
            foreach (var element in recording.GetProperty("state").List(list)) Set(ObjectOf(element, kind, version));
        }
    }

    public SchedulerState State { get; }

    public Profile Profile { get; }

    public static ApiObject ObjectOf(JsonElement element, string kind, string version = "v1")
    {
        var tree = SourceTree.ParseJson("recording", Encoding.UTF8.GetBytes(element.GetRawText()));
        var value = ManifestReader.ReadTrusted(tree, kind, version);
        return value is PersistentVolume volume && element.TryGetProperty("status", out var status)
            ? volume with { Phase = Enum.Parse<VolumePhase>(status.Text("phase")) }
            : value;
    }

    public static Pod PodOf(JsonElement element) => (Pod)ObjectOf(element, "Pod");

    /// <summary>Bound pods count until they have finished; others wait, and may be nominated.</summary>
    public void Set(ApiObject value)
    {
        switch (value)
        {
            case Node node: State.Cache.Set(node); break;
            case Pod { IsFinished: true }: break;
            case Pod { IsAssigned: true } pod: State.Cache.Set(pod); break;
            case Pod pod: State.Nominations.Add(pod, null); break;
            default: State.Objects.Set(value); break;
        }
    }

    private static PluginSettings SettingsOf(JsonElement config)
    {
        var isNumber = int.TryParse(config.Text("kubeMaxPdVols"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var max);
        var defaults = new PluginSettings();
        return defaults with
        {
            HardPodAffinityWeight = config.Int("hardPodAffinityWeight"),
            IgnoredResources = config.Texts("ignoredResources"),
            IgnoredResourceGroups = config.Texts("ignoredResourceGroups"),
            DefaultConstraints = config.Text("defaultingType") == "List" ? ConstraintsOf(config) : null,
            AddedAffinity = AffinityOf(config),
            MinCandidateNodesPercentage = config.IntOr("minCandidateNodesPercentage", defaults.MinCandidateNodesPercentage),
            MinCandidateNodesAbsolute = config.IntOr("minCandidateNodesAbsolute", defaults.MinCandidateNodesAbsolute),
            MaxVolumes = isNumber && max > 0 ? max : null,
        };
    }

    /// <summary>They have the shape of a pod's own.</summary>
    private static IReadOnlyList<TopologySpreadConstraint> ConstraintsOf(JsonElement config) =>
        config.TryGetProperty("defaultConstraints", out var constraints) && constraints.ValueKind == JsonValueKind.Array
            ? PodWith($$"""{"topologySpreadConstraints":{{constraints.GetRawText()}}}""").Placement?.SpreadConstraints ?? []
            : [];

    private static NodeAffinity? AffinityOf(JsonElement config) =>
        config.TryGetProperty("addedAffinity", out var added) && added.ValueKind == JsonValueKind.Object
            ? PodWith($$$"""{"affinity":{"nodeAffinity":{{{added.GetRawText()}}}}}""").Affinity.Value!.NodeAffinity
            : null;

    private static PodSpec PodWith(string spec)
    {
        using var document = JsonDocument.Parse($$"""{"spec":{{spec}}}""");
        return PodOf(document.RootElement).Spec;
    }
}
