using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>One key of a mapping: its name, its meaning, what may stand there, and what it does to the value being built.</summary>
/// <param name="Read">After an error, which it reports, it answers the value as it was.</param>
internal sealed record Key<T>(string Name, string Meaning, ValueForm Form, Func<T, SourceCursor, T> Read)
{
    public bool IsRequired { get; init; }

    /// <summary>The present value as it would be written; null for a key that has no default.</summary>
    public Func<T, string>? Shown { get; init; }

    public Key<T> Required() => this with { IsRequired = true };

    public Key<T> WithoutDefault() => this with { Shown = null };
}
