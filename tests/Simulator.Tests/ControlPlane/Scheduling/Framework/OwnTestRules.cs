using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Normalize;

namespace Simulator.Tests.ControlPlane.Scheduling.Framework;

/// <summary>Rules of somebody's own that look at what no plug-in of Kubernetes does: the names of pods.</summary>
internal static class OwnTestRules
{
    /// <param name="first">The filter comes before all others, else behind them.</param>
    public static Profile In(Profile profile, bool first) => profile with
    {
        Filters = first ? [new Crowd(), .. profile.Filters] : [.. profile.Filters, new Crowd()],
        Scores = [.. profile.Scores, new WeightedScore(new Crowding(), 7, new IntoRange())],
    };

    private static char KindOf(Pod pod) => pod.Name[^1];

    /// <summary>At most three pods on a node whose names end alike.</summary>
    private sealed class Crowd : IFilter, IOwnNodeRule
    {
        public string Name => "Crowd";

        public void Describe(Pod pod, ShapeText shape) => shape.Add(KindOf(pod).ToString());

        public Status? Filter(Pass pass, CycleState state, NodeState node) =>
            node.Pods.Count(other => KindOf(other.Pod) == KindOf(pass.Pod)) < 3 ? null : Status.Unschedulable(Name, "too many alike");
    }

    private sealed class Crowding : IScore, IOwnNodeRule
    {
        public string Name => "Crowding";

        public void Describe(Pod pod, ShapeText shape) => shape.Add(KindOf(pod).ToString());

        public long Score(Pass pass, NodeState node, out string? error)
        {
            error = null;
            return (11 * node.Pods.Count(other => KindOf(other.Pod) == KindOf(pass.Pod))) - (13 * node.Pods.Count);
        }
    }
}
