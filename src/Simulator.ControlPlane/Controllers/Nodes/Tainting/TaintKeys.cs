using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The taints that the controller puts on nodes (staging/src/k8s.io/api/core/v1/well_known_taints.go of 1.20).</summary>
public static class TaintKeys
{
    public const string NotReady = "node.kubernetes.io/not-ready";
    public const string Unreachable = "node.kubernetes.io/unreachable";
    public const string Unschedulable = "node.kubernetes.io/unschedulable";

    public const string NoSchedule = "NoSchedule";
    public const string NoExecute = "NoExecute";

    /// <summary>One instance each: nodes share them.</summary>
    internal static readonly Taint EvictsNotReady = new(NotReady, "", NoExecute);

    /// <inheritdoc cref="EvictsNotReady"/>
    internal static readonly Taint EvictsUnreachable = new(Unreachable, "", NoExecute);

    internal static readonly Taint IsUnschedulable = new(Unschedulable, "", NoSchedule);

    private static readonly (string Condition, ConditionStatus Status, Taint Taint)[] OfConditions =
    [
        (NodeConditionType.Ready, ConditionStatus.False, new Taint(NotReady, "", NoSchedule)),
        (NodeConditionType.Ready, ConditionStatus.Unknown, new Taint(Unreachable, "", NoSchedule)),
        (NodeConditionType.MemoryPressure, ConditionStatus.True, new Taint("node.kubernetes.io/memory-pressure", "", NoSchedule)),
        (NodeConditionType.DiskPressure, ConditionStatus.True, new Taint("node.kubernetes.io/disk-pressure", "", NoSchedule)),
        (NodeConditionType.NetworkUnavailable, ConditionStatus.True, new Taint("node.kubernetes.io/network-unavailable", "", NoSchedule)),
        (NodeConditionType.PidPressure, ConditionStatus.True, new Taint("node.kubernetes.io/pid-pressure", "", NoSchedule)),
    ];

    /// <summary>The taint that a condition asks for; null if none.</summary>
    internal static Taint? Of(NodeCondition condition)
    {
        foreach (var (type, status, taint) in OfConditions)
        {
            if (type == condition.Type && status == condition.Status) return taint;
        }

        return null;
    }

    /// <summary>The controller puts it on and takes it off by the node's conditions.</summary>
    internal static bool IsByCondition(Taint taint) =>
        taint.Effect == NoSchedule
        && (taint.Key == Unschedulable || Array.Exists(OfConditions, row => row.Taint.Key == taint.Key));

    /// <summary>Key and effect make a taint; the value does not (MatchTaint).</summary>
    internal static bool Has(IReadOnlyList<Taint> taints, Taint wanted)
    {
        foreach (var taint in taints)
        {
            if (taint.Key == wanted.Key && taint.Effect == wanted.Effect) return true;
        }

        return false;
    }

    internal static IReadOnlyList<Taint> On(Node node) => node.Spec.Taints.Value ?? [];
}
