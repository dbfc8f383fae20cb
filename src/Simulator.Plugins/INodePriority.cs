using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>
/// How good is this node? The answer depends on nothing but the pod's shape and the node with its pods, so that it is kept until the node
/// changes.
/// </summary>
public interface INodePriority
{
    /// <inheritdoc cref="INodePredicate.ShapeOf"/>
    string ShapeOf(Pod pod);

    /// <summary>
    /// Usually 0 to 10, as those of Kubernetes, and at most 2^53 on either side of 0; the fraction is cut off. It is multiplied by the
    /// policy's weight.
    /// </summary>
    double Score(Pod pod, INodeView node);
}
