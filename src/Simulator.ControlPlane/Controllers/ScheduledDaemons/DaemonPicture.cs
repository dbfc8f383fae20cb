using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>The nodes and the pods of a daemon set as one sync sees them.</summary>
internal sealed class DaemonPicture
{
    private readonly Dictionary<string, List<Pod>> _pods = new(StringComparer.Ordinal);

    /// <param name="nodes">By name.</param>
    /// <param name="pods">The set's own; one that says no node counts nowhere.</param>
    public DaemonPicture(DaemonSet set, DaemonTemplate template, SortedDictionary<string, Node> nodes, List<Pod> pods, Instant now)
    {
        (Set, Template, Nodes, Now) = (set, template, nodes, now);
        foreach (var pod in pods)
        {
            if (DaemonPod.TargetOf(pod) is not { } node) continue;
            if (!_pods.TryGetValue(node, out var there)) _pods.Add(node, there = []);
            there.Add(pod);
        }
    }

    public DaemonSet Set { get; }

    public DaemonTemplate Template { get; }

    public SortedDictionary<string, Node> Nodes { get; }

    public Instant Now { get; }

    /// <summary>Null where there are none.</summary>
    public List<Pod>? PodsOn(string node) => _pods.GetValueOrDefault(node);

    /// <summary>All pods, node by node in name order.</summary>
    public IEnumerable<Pod> AllPods => _pods.OrderBy(there => there.Key, StringComparer.Ordinal).SelectMany(there => there.Value);

    /// <summary>Pods that no scheduler will ever bind: their node is gone.</summary>
    public IEnumerable<Pod> Stranded => AllPods.Where(pod => !pod.IsAssigned && !Nodes.ContainsKey(DaemonPod.TargetOf(pod)!));

    public bool IsAvailable(Pod pod) => Availability.Of(pod, TimeSpan.FromSeconds(Set.MinReadySeconds), Now);
}
