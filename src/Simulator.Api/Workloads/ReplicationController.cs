namespace Simulator.Api;

public sealed record ReplicationController : ReplicaController
{
    public override string Kind => "ReplicationController";

    /// <summary>The API server copies the template's labels where it is absent or empty.</summary>
    public LabelSet Selector { get; init; } = LabelSet.Empty;

    public override LabelSelector? PodSelector => new LabelSelector { MatchLabels = Selector };
}
