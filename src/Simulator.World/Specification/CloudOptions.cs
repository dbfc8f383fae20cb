namespace Simulator.World.Specification;

/// <summary>The pace of the cloud under a cluster.</summary>
public sealed record CloudOptions
{
    /// <summary>Shortest time to provision a load balancer (world.md, judgement).</summary>
    public TimeSpan LoadBalancerMin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest such time; every time between is equally likely.</summary>
    public TimeSpan LoadBalancerMax { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Time of a call that provisions nothing, or fails.</summary>
    public TimeSpan CallDuration { get; init; } = TimeSpan.FromSeconds(1);
}
