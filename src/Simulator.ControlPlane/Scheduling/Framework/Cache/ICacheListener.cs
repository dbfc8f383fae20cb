namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Is told what changes in the cache, as it changes.</summary>
public interface ICacheListener
{
    /// <param name="change">1: it has come to the node; -1: it leaves it.</param>
    void PodChanged(NodePod pod, NodeState node, int change);

    /// <summary>Its object is new, changed or gone.</summary>
    void NodeChanged(NodeState node, LabelChange labels);

    /// <summary>The order of nodes has been made anew.</summary>
    void Listed(IReadOnlyList<NodeState> nodes);
}

public enum LabelChange
{
    None,
    Some,
}
