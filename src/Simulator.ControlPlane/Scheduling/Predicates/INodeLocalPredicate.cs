using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>
/// A predicate whose answer depends on nothing but the node, its pods and what it describes of the pod: it may be kept until the node
/// changes.
/// </summary>
public interface INodeLocalPredicate : IPredicate
{
    /// <summary>Writes down all of the pod that <see cref="IPredicate.Check"/> reads.</summary>
    void Describe(Pod pod, ShapeText shape);
}
