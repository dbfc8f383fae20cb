using Simulator.Api;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.ControlPlane.Versions;

/// <summary>What kubelets of one version do otherwise than those of another.</summary>
public sealed record KubeletRules
{
    /// <summary>As its node's object says it: "v1.3.10".</summary>
    public required string Version { get; init; }

    public required SignOfLife SignOfLife { get; init; }

    /// <summary>What a kubelet says of its node, in this order, each with the reason of a healthy one.</summary>
    public required IReadOnlyList<(string Type, ConditionStatus Healthy, string Reason)> Conditions { get; init; }

    public required PodRemoval PodRemoval { get; init; }

    /// <summary>Makes what looks at pods that are bound to its node.</summary>
    public required Func<INodeAdmission> Admission { get; init; }

    public StartupProbes StartupProbes { get; init; }

    public ReadinessGates ReadinessGates { get; init; }

    /// <summary>The disk of a node is a resource, of so many bytes where its pool does not say; null: it is none.</summary>
    public long? EphemeralStorage { get; init; }
}

/// <summary>What a kubelet makes of startup probes.</summary>
public enum StartupProbes
{
    Ignored,

    /// <summary>A container is not ready, and not asked by other probes, before its startup probe has passed.</summary>
    Awaited,
}

/// <summary>
/// What a kubelet makes of the readiness gates of a pod (GeneratePodReadyCondition in pkg/kubelet/status/generate.go of 1.20).
/// </summary>
public enum ReadinessGates
{
    Ignored,

    /// <summary>A pod is ready when its containers are and each condition that it names is True.</summary>
    Awaited,
}

/// <summary>How a node shows that its kubelet lives.</summary>
public enum SignOfLife
{
    /// <summary>It writes its status every ten seconds.</summary>
    NodeStatus,

    /// <summary>It renews a lease every ten seconds, and writes its status when that changes.</summary>
    Lease,
}

/// <summary>When a kubelet removes the object of a deleted pod whose containers have ended.</summary>
public enum PodRemoval
{
    /// <summary>As soon as it sees them gone.</summary>
    AtOnce,

    /// <summary>With the next sweep of its status manager that finds them gone, and cleaned up.</summary>
    AtStatusSweep,
}
