using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>The groups that the autoscaler was told of, and which machine belongs to which (NodeGroups, NodeGroupForNode).</summary>
public interface INodeGroups
{
    /// <summary>In the order of the flags.</summary>
    IReadOnlyList<NodeGroup> All { get; }

    /// <summary>
    /// The group of a node's machine, also of one that is gone while its object is still there; null if it is in none of them.
    /// </summary>
    NodeGroup? Of(string node);

    /// <summary>What a node of the group would be like, made from what the cloud knows of it. Releases of 1.3 do not ask.</summary>
    Node TemplateOf(NodeGroup group);
}
