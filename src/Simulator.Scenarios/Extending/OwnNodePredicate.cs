using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A predicate of a plug-in, as the scheduler asks it.</summary>
internal sealed class OwnNodePredicate(PluginRule rule, INodePredicate plugin) : INodeLocalPredicate
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public bool CanReject(Pod pod) => true;

    public void Describe(Pod pod, ShapeText shape) => shape.Add(_guard.Ask(pod, null, () => plugin.ShapeOf(pod)));

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) =>
        _guard.Ask(pod, node.Name, () => plugin.Check(pod, _views.Of(node))).Reason is { } reason ? Verdict.Rejects(reason) : Verdict.Fits;
}
