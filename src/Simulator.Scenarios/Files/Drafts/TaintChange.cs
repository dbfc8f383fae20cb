using Simulator.Api;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Taints as kubectl takes them: <c>key=value:effect</c> sets one, <c>key-</c> takes it away.</summary>
internal sealed record TaintChange(IReadOnlyList<Taint> Set, IReadOnlyList<string> Removed)
{
    public static readonly TaintChange None = new([], []);

    /// <summary>The first text that only clients of a version take that keeps taints in the spec; null: none.</summary>
    public string? Later { get; init; }
}
