using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>A pod that occupies a node, or is thought of as doing so.</summary>
public sealed class NodePod(Pod pod)
{
    public Pod Pod { get; internal set; } = pod;

    public PodDemand Demand { get; } = PodDemand.Of(pod.Spec);

    public PodTerms Terms { get; } = PodTerms.Of(pod);

    /// <summary>0 where nobody has said it.</summary>
    public int Priority => PriorityOf(Pod);

    public static int PriorityOf(Pod pod) => pod.Spec.Placement?.Priority ?? 0;
}
