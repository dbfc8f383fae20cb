namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>Settings of the deployment controller, at the defaults of 1.3.10.</summary>
public sealed record DeploymentOptions
{
    /// <summary>--concurrent-deployment-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>
    /// How often every deployment is synchronised without a cause: nothing else sees that minReadySeconds are over
    /// (FullDeploymentResyncPeriod).
    /// </summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromSeconds(30);
}
