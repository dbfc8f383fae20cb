namespace Simulator.Api;

/// <summary>The part of <see cref="ObjectMeta"/>, which says what it means, that the objects of one template have in common.</summary>
internal sealed record SharedMeta
{
    public static readonly SharedMeta Empty = new();

    public string GenerateName { get; init; } = "";

    public LabelSet Labels { get; init; } = LabelSet.Empty;

    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    public ObjectReference? CreatedBy { get; init; }

    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    public IReadOnlyList<string>? Finalizers { get; init; }
}
