using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>A kubelet's own look at a pod that was bound to it. One serves all kubelets, of which one looks at a time.</summary>
public interface INodeAdmission
{
    /// <summary>Begins a look at a node.</summary>
    void Begin(Node node);

    /// <summary>Another pod that has not finished there.</summary>
    void Add(Pod other);

    /// <summary>Whether the pod may run beside those that were added.</summary>
    Verdict Check(Pod pod);
}
