using Simulator.Api;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Taints as kubectl takes them: <c>key=value:effect</c> sets one, <c>key-</c> takes it away.</summary>
internal sealed record TaintChange(IReadOnlyList<Taint> Set, IReadOnlyList<string> Removed)
{
    /// <summary>Puts out the pods that do not tolerate it.</summary>
    public const string NoExecute = "NoExecute";

    public static readonly TaintChange None = new([], []);

    /// <summary>The first that only clients of a version that keeps taints in the spec take; null: none.</summary>
    public string? Later =>
        Set.FirstOrDefault(taint => taint.Effect == NoExecute || taint.Value.Length == 0) is { } taint ? TextOf(taint)
        : Removed.FirstOrDefault(removed => removed.Contains(':')) is { } removed ? $"{removed}-"
        : null;

    private static string TextOf(Taint taint) =>
        taint.Value.Length > 0 ? $"{taint.Key}={taint.Value}:{taint.Effect}" : $"{taint.Key}:{taint.Effect}";
}
