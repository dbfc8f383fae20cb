namespace Simulator.Api;

public sealed record Job : ApiObject
{
    public override string Kind => "Job";

    public int Parallelism { get; init; } = 1;

    public int? Completions { get; init; }

    public TimeSpan? ActiveDeadline { get; init; }

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();
}
