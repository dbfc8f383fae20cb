using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Invariants;

internal sealed class PodIsBoundOnce(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PodIsBoundOnce);

    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is Node node) _nodes.Add(node.Name);
        if (commit.Object is not Pod pod || commit.Previous is not Pod old || commit.Type == WatchEventType.Deleted) return;
        if (ReferenceEquals(old.NodeName, pod.NodeName) || old.NodeName == pod.NodeName) return;
        if (old.IsAssigned) cluster.Break(Name, $"pod {pod.Key} was bound to {old.NodeName} and is now on '{pod.NodeName}'");
        else if (!_nodes.Contains(pod.NodeName)) cluster.Break(Name, $"pod {pod.Key} was bound to {pod.NodeName}, which never was a node");
    }
}
