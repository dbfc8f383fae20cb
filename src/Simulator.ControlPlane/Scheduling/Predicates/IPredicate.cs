using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>May this pod run on this node? One rule a class; <see cref="PredicateTable"/> lists them all.</summary>
public interface IPredicate
{
    Verdict Check(Pod pod, NodeInfo node, ClusterState state);

    /// <summary>False if this predicate lets the pod go anywhere, whatever the state: it need not be asked.</summary>
    bool CanReject(Pod pod);

    /// <summary>What it is made of, if it is a list of others; else itself.</summary>
    IReadOnlyList<IPredicate> Parts => [this];
}
