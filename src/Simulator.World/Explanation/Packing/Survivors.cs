using Simulator.Api;

namespace Simulator.World.Explanation.Packing;

/// <summary>What is left of a cluster after a loss, and what its controllers then make again.</summary>
internal sealed class Survivors
{
    public Survivors(ClusterSnapshot cluster, Loss loss)
    {
        Nodes = [.. cluster.Nodes.Where(node => !loss.Nodes.Contains(node.Name))];
        NodesLost = cluster.NodeCount - Nodes.Count;
        foreach (var pod in cluster.Pods)
        {
            if (!pod.IsAssigned) Wait(pod);
            else if (!loss.Nodes.Contains(pod.NodeName)) Pods.Add(pod);
            else if (!pod.IsActive || pod.Metadata.CreatedBy is { Kind: "DaemonSet" }) continue;
            else if (pod.Metadata.CreatedBy is null) Gone++;
            else ToMove.Add(pod with { Spec = pod.Spec with { NodeName = "" } });
        }
    }

    public List<Node> Nodes { get; }

    public int NodesLost { get; }

    /// <summary>On the nodes that are left.</summary>
    public List<Pod> Pods { get; } = [];

    /// <summary>Without a node, lost or not.</summary>
    public List<Pod> Waiting { get; } = [];

    /// <summary>Those of the lost nodes that controllers make again; daemons and pods that were being deleted are not among them.</summary>
    public List<Pod> ToMove { get; } = [];

    /// <summary>Pods of the lost nodes without a controller.</summary>
    public int Gone { get; private set; }

    private void Wait(Pod pod)
    {
        if (pod.IsActive) Waiting.Add(pod);
    }
}
