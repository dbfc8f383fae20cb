using Simulator.Engine;

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

    /// <summary>Time of a question about a group of machines (judgement).</summary>
    public TimeSpan GroupCallDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Time until the cloud has taken note that a group is to have another size (judgement); who waits for longer than 5 s gives up.
    /// </summary>
    public IDistribution GroupOperation { get; init; } = new Uniform(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    /// <summary>Virtual CPUs that the machines of the cluster may have in all; 0 = no quota. Beyond it machines wait.</summary>
    public int CpuQuota { get; init; }

    /// <summary>Calls a second that its API takes; more are refused. 0 = no limit.</summary>
    public float CallsPerSecond { get; init; }

    /// <summary>Calls that its API takes at once.</summary>
    public int CallBurst { get; init; } = 20;
}
