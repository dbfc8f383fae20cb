namespace Simulator.Api;

public sealed record ReplicaSet : ReplicaController
{
    public override string Kind => "ReplicaSet";

    /// <summary>Null where absent; the API server then copies the template's labels.</summary>
    public LabelSelector? Selector { get; init; }

    public override LabelSelector? PodSelector => Selector;
}
