namespace Simulator.Api;

public sealed record ReplicaSet : ApiObject
{
    public override string Kind => "ReplicaSet";

    public int Replicas { get; init; } = 1;

    /// <summary>Null where absent; the API server then copies the template's labels.</summary>
    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    public ReplicaStatus Status { get; init; } = new();
}
