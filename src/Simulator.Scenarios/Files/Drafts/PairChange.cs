using Simulator.Api;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Labels or annotations as kubectl takes them: <c>key: value</c> sets one, <c>key-:</c> takes it away.</summary>
internal sealed record PairChange(LabelSet Set, IReadOnlyList<string> Removed)
{
    public static readonly PairChange None = new(LabelSet.Empty, []);

    public bool IsEmpty => Set.Count == 0 && Removed.Count == 0;
}
