using Simulator.Api;
using Simulator.World.ApiServer;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>How one cluster stands at a moment.</summary>
public sealed record ClusterEnding
{
    public required string Cluster { get; init; }

    /// <summary>Pods that are wanted and not ready, in name order, each with its reason.</summary>
    public required IReadOnlyList<WaitingPod> Waiting { get; init; }

    /// <summary>The same by workload and reason, most pods first.</summary>
    public required IReadOnlyList<WaitingGroup> Groups { get; init; }

    /// <summary>The DaemonSets that exist, "namespace/name".</summary>
    public required IReadOnlyList<string> DaemonSets { get; init; }

    /// <summary>Nodes that a DaemonSet is meant for and has no ready pod on.</summary>
    public required IReadOnlyList<DaemonGap> DaemonGaps { get; init; }

    /// <summary>Deployments whose pods are not all of the present template, in name order.</summary>
    public required IReadOnlyList<UnfinishedRollout> Rollouts { get; init; }

    /// <summary>Jobs that are not complete, in name order.</summary>
    public required IReadOnlyList<UnfinishedJob> Jobs { get; init; }

    /// <summary>Services with a selector and how many pods it matches, in name order.</summary>
    public required IReadOnlyList<SelectedPods> Services { get; init; }

    /// <summary>Times in which nodes were marked as silent, and the calls that it took.</summary>
    public required IReadOnlyList<MarkingSpell> Markings { get; init; }

    /// <summary>Pods that drains and maintenances under way have not been allowed to evict, in name order.</summary>
    public IReadOnlyList<RefusedEviction> RefusedEvictions { get; init; } = [];

    internal static ClusterEnding Of(IClusterView cluster, TimeSpan now)
    {
        var waiting = new WaitingPods(cluster, now);
        return new ClusterEnding
        {
            Cluster = cluster.Spec.Name,
            Waiting = waiting.All,
            Groups = waiting.Groups,
            DaemonSets = [.. cluster.Store.List("DaemonSet").Select(set => set.Key.ToString())],
            DaemonGaps = DaemonGap.AllOf(cluster),
            Rollouts = UnfinishedRollout.AllOf(cluster.Store, cluster.Spec.Version),
            Jobs = UnfinishedJob.AllOf(cluster.Store),
            Markings = [.. cluster.Markings],
            RefusedEvictions = cluster.RefusedEvictions,
            Services = SelectedPods.AllOf(cluster.Store),
        };
    }
}

/// <summary>A pod that is wanted and not ready.</summary>
/// <param name="Pod">"namespace/name".</param>
/// <param name="Workload">"namespace/name", "" if it has none.</param>
/// <param name="Node">"" while it has none.</param>
/// <param name="Since">When it was created, since the start of the run; before it for 0.</param>
/// <param name="NextTry">When the scheduler looks at it again; null if it has a node, or stands in the queue.</param>
/// <param name="Reason">The kind of what it waits for, in a few words: "Insufficient CPU".</param>
public sealed record WaitingPod(string Pod, string Workload, string Node, TimeSpan Since, TimeSpan? NextTry, string Reason);

/// <summary>Pods of one workload that wait for the same.</summary>
/// <param name="Detail">The numbers behind the reason, and what would help; "" if there is nothing to add.</param>
/// <param name="Example">Its first pod by name.</param>
/// <param name="HaveNodes">They wait on their nodes.</param>
public sealed record WaitingGroup(string Workload, string Reason, string Detail, int Count, string Example, bool HaveNodes, TimeSpan Since)
{
    private static readonly (string One, string Many)[] Plurals =
    [
        ("its node is ", "their nodes are "),
        ("it is starting", "they are starting"),
        ("it would fit now", "they would fit now"),
        ("its volumes are ", "their volumes are "),
        ("its readiness probe does ", "their readiness probes do "),
        ("its kubelet has not taken it yet", "their kubelets have not taken them yet"),
    ];

    /// <summary><c>Insufficient CPU, each wants 1500m, ...</c></summary>
    public string Why => Detail.Length == 0 ? Told : $"{Told}, {Detail}";

    /// <summary>Of one pod or of several.</summary>
    private string Told
    {
        get
        {
            foreach (var (one, many) in Plurals)
            {
                if (Count > 1 && Reason.StartsWith(one, StringComparison.Ordinal)) return many + Reason[one.Length..];
            }

            return Reason;
        }
    }
}

/// <param name="Matched">Pods that exist and carry its labels.</param>
public sealed record SelectedPods(string Service, int Matched)
{
    internal static IReadOnlyList<SelectedPods> AllOf(IStoredObjects store)
    {
        var classes = store.List("Pod").Cast<Pod>().CountBy(pod => (pod.Namespace, pod.Metadata.Labels))
            .SelectMany(entry => entry.Key.Labels.Select(label => (entry.Key, Label: label, Pods: entry.Value)))
            .ToLookup(entry => (entry.Key.Namespace, entry.Label.Key, entry.Label.Value));
        return
        [
            .. store.List("Service")
                .Cast<Service>()
                .Where(service => service.Selector is { Count: > 0 })
                .Select(service => new SelectedPods(service.Key.ToString(), Matched(service))),
        ];

        // By one label of the selector: otherwise every service would look at the labels of all pods.
        int Matched(Service service) => service.Selector!.Take(1)
            .SelectMany(label => classes[(service.Namespace, label.Key, label.Value)])
            .Where(entry => service.Selector!.IsSubsetOf(entry.Key.Labels))
            .Sum(entry => entry.Pods);
    }
}
