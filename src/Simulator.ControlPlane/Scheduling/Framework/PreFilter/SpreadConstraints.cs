using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>Which spread constraints hold for a pod: its own of the kind, or, if it has none of any kind, those by default.</summary>
public static class SpreadConstraints
{
    public const string Hard = "DoNotSchedule";

    public const string Soft = "ScheduleAnyway";

    private static readonly IReadOnlyList<TopologySpreadConstraint> SystemDefaults =
    [
        new() { TopologyKey = WellKnownLabels.Hostname, MaxSkew = 3, WhenUnsatisfiable = Soft },
        new() { TopologyKey = WellKnownLabels.TopologyZone, MaxSkew = 5, WhenUnsatisfiable = Soft },
    ];

    /// <summary>Null if a selector is wrong.</summary>
    public static IReadOnlyList<SpreadConstraint>? Of(Pass pass, string kind)
    {
        var own = pass.Pod.Spec.Placement?.SpreadConstraints ?? [];
        if (own.Count > 0) return SpreadConstraint.Parse(own.Where(constraint => constraint.WhenUnsatisfiable == kind));
        var defaults = (pass.Settings.DefaultConstraints ?? SystemDefaults).Where(constraint => constraint.WhenUnsatisfiable == kind);
        return defaults.Any() ? SpreadConstraint.ByDefault(defaults, DefaultSelector.Of(pass.Pod, pass.Objects)) : [];
    }

    /// <summary>What is wrong with a selector of the pod's own.</summary>
    public static string Fault(Pass pass, string word, string kind)
    {
        var own = pass.Pod.Spec.Placement!.SpreadConstraints.Where(constraint => constraint.WhenUnsatisfiable == kind);
        var fault = own.Select(constraint => SelectorFault.Of(constraint.LabelSelector)).First(fault => fault is not null);
        return $"obtaining pod's {word} topology spread constraints: {fault}";
    }

    public static bool HasAllKeys(NodeState node, IReadOnlyList<SpreadConstraint> constraints)
    {
        foreach (var constraint in constraints)
        {
            if (!node.Labels.ContainsKey(constraint.Key)) return false;
        }

        return true;
    }

    /// <summary>Pods of the namespace on the node that match and are not being deleted.</summary>
    public static int Count(NodeState node, SpreadConstraint constraint, string inNamespace)
    {
        var count = 0;
        foreach (var existing in node.Pods)
        {
            var pod = existing.Pod;
            if (!pod.Metadata.IsBeingDeleted && pod.Namespace == inNamespace && constraint.Matches(pod.Metadata.Labels)) count++;
        }

        return count;
    }
}
