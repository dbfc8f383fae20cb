using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Keeps replicas off nodes that ask for it by annotation (node_prefer_avoid_pods.go of 1.20).</summary>
public sealed class NodePreferAvoidPods : IScore
{
    public string Name => PluginNames.NodePreferAvoidPods;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        var owner = pass.Pod.Metadata.ControllerReference;
        if (owner?.Kind is not ("ReplicationController" or "ReplicaSet")) return 100;
        foreach (var controller in node.Avoided)
        {
            if (controller.Kind == owner.Kind && controller.Uid == owner.Uid) return 0;
        }

        return 100;
    }
}
