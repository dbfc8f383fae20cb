namespace Simulator.Api;

public sealed record Service : ApiObject
{
    public override string Kind => "Service";

    /// <summary>Null selects nothing; an empty map arrives from the API server as null.</summary>
    public LabelSet? Selector { get; init; }

    public IReadOnlyList<ServicePort> Ports { get; init; } = [];

    /// <summary>ClusterIP, NodePort, LoadBalancer; after 1.3 ExternalName.</summary>
    public string Type { get; init; } = "ClusterIP";

    /// <summary>"None" makes the service headless.</summary>
    public string ClusterIP { get; init; } = "";

    /// <summary>Of one of type ExternalName: what its name stands for; it has no address.</summary>
    public string ExternalName { get; init; } = "";

    /// <summary>Pods get requests though they are not ready; where the version has the field.</summary>
    public bool PublishNotReadyAddresses { get; init; }

    /// <summary>None or ClientIP.</summary>
    public string SessionAffinity { get; init; } = "None";

    public IReadOnlyList<string> ExternalIPs { get; init; } = [];

    public IReadOnlyList<string> LoadBalancerSourceRanges { get; init; } = [];

    /// <summary>Status: addresses of its load balancer; empty until the cloud has provisioned it.</summary>
    public IReadOnlyList<string> LoadBalancerIngress { get; init; } = [];
}

/// <param name="TargetPort">A number or the name of a container port.</param>
/// <param name="NodePort">0 = none asked for.</param>
public sealed record ServicePort(string Name, int Port, string Protocol, string TargetPort, int NodePort = 0)
{
    /// <summary>The target was written as text, even if it looks like a number.</summary>
    public bool IsTargetText { get; init; }
}
