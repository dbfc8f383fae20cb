namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>Settings of the controller of Deployments that own their ReplicaSets.</summary>
public sealed record RolloutOptions
{
    /// <summary>--concurrent-deployment-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;
}
