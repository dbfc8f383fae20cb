using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>A cluster with all that a scenario ever brings into it.</summary>
internal sealed class ClusterView
{
    private readonly Dictionary<string, IReadOnlySet<string>> _values = new(StringComparer.Ordinal);

    private readonly ILookup<(string Namespace, string Key, string Value), PodUse> _byLabel;

    private List<NodeFactory.Placed>? _placed;

    private IReadOnlyList<NodeInfo>? _nodes;

    private IReadOnlyList<NodeInfo>? _nodeKinds;

    private IReadOnlyList<NodeInfo>? _modernNodes;

    private readonly ChangedNodes _changed;

    /// <param name="operations">Of all clusters.</param>
    /// <param name="traffic">Where the entries of the cluster's traffic stand.</param>
    public ClusterView(
        ClusterSpec cluster, IReadOnlyList<PlacedObject> objects, IReadOnlyList<OperationSpec> operations,
        IReadOnlyList<SourceNode> traffic)
    {
        (Cluster, Objects, TrafficPlaces, _changed) =
            (cluster, objects, traffic, new ChangedNodes(operations.Where(operation => operation.Cluster == cluster.Name)));
        Operations = [.. operations.Where(operation => operation.Cluster == cluster.Name)];
        Pods = [.. objects.Select(PodUse.Of).OfType<PodUse>()];
        _byLabel = Pods.SelectMany(pod => pod.Labels.Select(label => (Key: (pod.Namespace, label.Key, label.Value), Pod: pod)))
            .ToLookup(entry => entry.Key, entry => entry.Pod);
    }

    public ClusterSpec Cluster { get; }

    /// <summary>The version of the cluster, as sentences name it: "1.3".</summary>
    public string VersionWord => Cluster.Version.Word;

    /// <summary>True if the version of the cluster has the habit.</summary>
    public bool Has(Habits habit) => Cluster.Version.Habits.HasFlag(habit);

    public IReadOnlyList<PlacedObject> Objects { get; }

    public IReadOnlyList<Placed<ApplicationSpec>> Applications { get; init; } = [];

    /// <summary>Of this cluster only.</summary>
    public IReadOnlyList<OperationSpec> Operations { get; }

    /// <summary>As long as the cluster's traffic.</summary>
    public IReadOnlyList<SourceNode> TrafficPlaces { get; }

    public IReadOnlyList<PodUse> Pods { get; }

    /// <summary>By what a pod is placed, where schedulers go by profiles that a file gives; null: by nothing of the kind.</summary>
    public Profile? ProfileOf(PodUse pod) => Cluster.Scheduler.Configuration?.Profiles.FirstOrDefault(
        profile => profile.SchedulerName == (pod.Spec.SchedulerName.Length == 0 ? Profile.DefaultName : pod.Spec.SchedulerName));

    /// <summary>True unless the profile of the pod leaves that filter out.</summary>
    public bool Filters(PodUse pod, string plugin) => ProfileOf(pod)?.Filters.Any(filter => filter.Name == plugin) is not false;

    /// <summary>As the scheduler sees them while they are empty, in the order of their names.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _nodes ??= Infos(PlacedNodes);

    /// <summary>The first of each pool in each zone, and those that users change: only their names tell the others from it.</summary>
    public IReadOnlyList<NodeInfo> NodeKinds => _nodeKinds ??= KindsOf(PlacedNodes);

    /// <summary>As they would be with the labels of later versions.</summary>
    public IReadOnlyList<NodeInfo> ModernNodes =>
        _modernNodes ??= Infos(NodeFactory.NodesOf(Cluster with { ModernNodeLabels = true }));

    private List<NodeFactory.Placed> PlacedNodes => _placed ??= [.. NodeFactory.NodesOf(Cluster)];

    /// <summary>The values that a label has on the nodes; none if no node has it.</summary>
    public IReadOnlySet<string> ValuesOf(string label)
    {
        if (_values.TryGetValue(label, out var values)) return values;
        values = Nodes.Select(node => node.Labels.TryGetValue(label, out var value) ? value : null)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        _values.Add(label, values);
        return values;
    }

    /// <summary>Pods and templates of a namespace that have a label.</summary>
    public IEnumerable<PodUse> PodsWith(string home, string key, string value) => _byLabel[(home, key, value)];

    private IReadOnlyList<NodeInfo> KindsOf(List<NodeFactory.Placed> nodes) =>
        Infos(nodes.DistinctBy(placed => (
            placed.Pool, placed.Zone, _changed.Touch(placed.Node) ? placed.Node.Name : "")));

    private IReadOnlyList<NodeInfo> Infos(IEnumerable<NodeFactory.Placed> nodes)
    {
        var cache = new SchedulerCache();
        foreach (var placed in nodes) cache.SetNode(_changed.Of(placed.Node));
        return [.. cache.Nodes.Reverse()];
    }
}
