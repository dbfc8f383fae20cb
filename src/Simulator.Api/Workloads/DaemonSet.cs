namespace Simulator.Api;

public sealed record DaemonSet : ApiObject
{
    public override string Kind => "DaemonSet";

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();
}
