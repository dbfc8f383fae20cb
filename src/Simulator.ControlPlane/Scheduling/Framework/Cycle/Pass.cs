using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>One attempt to place one pod: all that plug-ins look at.</summary>
/// <param name="nodes">Every node, in the order of the snapshot.</param>
public sealed class Pass(Pod pod, IReadOnlyList<NodeState> nodes, ClusterObjects objects, PluginSettings settings)
{
    public Pod Pod => pod;

    public IReadOnlyList<NodeState> Nodes => nodes;

    public ClusterObjects Objects => objects;

    public PluginSettings Settings => settings;

    public PodDemand Demand { get; } = PodDemand.Of(pod.Spec);

    public NodeDemand NodeDemand { get; } = new(pod.Spec);

    public PodTerms Terms { get; } = PodTerms.Of(pod);

    public CycleState State { get; } = new();
}
