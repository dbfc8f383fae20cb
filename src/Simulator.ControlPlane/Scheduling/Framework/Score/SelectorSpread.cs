using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>How many pods of the same services and controllers run on the node (selector_spread.go of 1.20); not by default.</summary>
public sealed class SelectorSpread : IScore
{
    public string Name => PluginNames.SelectorSpread;

    /// <summary>A pod with spread constraints of its own is none of its business.</summary>
    public static bool LooksAway(Pass pass) => pass.Pod.Spec.Placement?.SpreadConstraints.Count > 0;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        if (LooksAway(pass)) return 0;
        var selector = DefaultSelector.Of(pass.Pod, pass.Objects);
        return selector.IsEmpty ? 0 : node.Pods.Count(existing => existing.Pod.Namespace == pass.Pod.Namespace
            && !existing.Pod.Metadata.IsBeingDeleted && selector.Matches(existing.Pod.Metadata.Labels));
    }
}
