using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>What a scheduler's rules make of a node for good, whatever runs there: asked by who warns of pods that will wait.</summary>
public interface INodeMatch
{
    /// <summary>The node has what the pod's selector and its required node affinity ask for.</summary>
    bool Selects(Pod pod, NodeInfo node);

    /// <summary>Its taints do not keep the pod away.</summary>
    bool Tolerates(Pod pod, NodeInfo node);
}
