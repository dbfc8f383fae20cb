namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>Settings of the StatefulSet controller.</summary>
public sealed record StatefulSetOptions
{
    /// <summary>--concurrent-statefulset-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;
}
