using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>
/// May this pod run on this node? The answer depends on nothing but the pod's shape and the node with its pods, so that it is kept until
/// the node changes.
/// </summary>
public interface INodePredicate
{
    /// <summary>All of the pod that the answer depends on, as text: pods with equal texts get equal answers.</summary>
    string ShapeOf(Pod pod);

    Fit Check(Pod pod, INodeView node);
}
