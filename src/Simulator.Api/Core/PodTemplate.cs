namespace Simulator.Api;

/// <summary>What a controller makes its pods from. Pods share the instances held here.</summary>
public sealed record PodTemplate
{
    /// <summary>Stands for a template that is not there at all.</summary>
    public static readonly PodTemplate None = new();

    public LabelSet Labels { get; init; } = LabelSet.Empty;

    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    public PodSpec Spec { get; init; } = new();
}
