using Simulator.Api;

namespace Simulator.World.Nodes.Runs;

/// <summary>Conditions that a pod names and that have to be True before it is ready, besides its containers (readinessGates).</summary>
internal static class PodGates
{
    /// <summary>Of the Ready condition of a pod whose containers are ready and whose gates are not all open.</summary>
    public const string Reason = "ReadinessGatesNotReady";

    /// <summary>Its kubelet has said that nothing else keeps it from being ready.</summary>
    public static bool HoldUp(Pod pod) => pod.Status.Ready is { Status: ConditionStatus.False, Reason: Reason };

    /// <summary>The first condition that is not True; null if all are.</summary>
    public static string? ShutOf(Pod pod)
    {
        foreach (var gate in pod.Spec.ReadinessGates)
        {
            if (!IsTrue(pod.Status.OtherConditions, gate)) return gate;
        }

        return null;
    }

    private static bool IsTrue(IReadOnlyList<NodeCondition> conditions, string type)
    {
        foreach (var condition in conditions)
        {
            if (condition.Type == type) return condition.Status == ConditionStatus.True;
        }

        return false;
    }
}
