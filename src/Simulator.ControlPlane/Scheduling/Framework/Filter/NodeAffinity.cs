using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>nodeSelector and required node affinity of the pod, after what the profile asks for all its pods.</summary>
public sealed class NodeAffinity(PluginSettings settings) : IFilter
{
    private readonly NodeTerms? _added = settings.AddedAffinity?.Required is { } required ? NodeTerms.Of(required) : null;

    public string Name => PluginNames.NodeAffinity;

    public bool Concerns(Pass pass) => _added is not null || !pass.NodeDemand.IsEmpty;

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (_added?.Match(node.Labels, node.Name) == false)
        {
            return Status.Unresolvable(Name, "node(s) didn't match scheduler-enforced node affinity");
        }

        return pass.NodeDemand.IsMetBy(node.Node!) ? null : Status.Unresolvable(Name, "node(s) didn't match Pod's node affinity");
    }
}
