namespace Simulator.Api;

/// <summary>Secret settings that pods read. Only the keys are kept.</summary>
public sealed record Secret : ApiObject
{
    public override string Kind => "Secret";

    /// <summary>In byte order.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
}
