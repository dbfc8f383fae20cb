namespace Simulator.Api;

/// <summary>scheduling.k8s.io/v1: a name for a priority.</summary>
public sealed record PriorityClass : ApiObject
{
    public override string Kind => "PriorityClass";

    public int Value { get; init; }

    /// <summary>It counts for pods that name no class.</summary>
    public bool IsGlobalDefault { get; init; }

    /// <summary>PreemptLowerPriority or Never; "" = the former.</summary>
    public string PreemptionPolicy { get; init; } = "";
}
