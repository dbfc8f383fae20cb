namespace Simulator.Api;

/// <summary>A cluster that belongs to a federation: an object of the federation's own API server (federation/v1beta1).</summary>
public sealed record Cluster : ApiObject
{
    public override string Kind => "Cluster";

    public IReadOnlyList<ServerAddress> ServerAddresses { get; init; } = [];

    /// <summary>Name of the Secret with the kubeconfig for it; "" = it is asked without credentials.</summary>
    public string SecretName { get; init; } = "";

    /// <summary>Status: "Ready" and "Offline"; empty before the first look at it.</summary>
    public IReadOnlyList<ClusterCondition> Conditions { get; init; } = [];

    /// <summary>Status: zones of its nodes, in order of name; empty while it cannot be reached.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Status: region of its first node.</summary>
    public string Region { get; init; } = "";

    public ConditionStatus? StatusOf(string type) => Conditions.FirstOrDefault(condition => condition.Type == type)?.Status;
}

/// <param name="ClientCidr">Clients in this range reach it at the address.</param>
public sealed record ServerAddress(string ClientCidr, string Address);

/// <param name="Type">"Ready" or "Offline".</param>
public sealed record ClusterCondition(
    string Type, ConditionStatus Status, string Reason, Instant? LastProbeTime, Instant? LastTransitionTime);
