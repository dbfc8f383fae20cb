using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl label (pkg/kubectl/cmd/label.go).</summary>
internal static class LabelVerb
{
    public static IEnumerable<Event> Run(LabelOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change(operation.Kind, operation.Key, stored => Changed(stored, operation), kubectl, outcome);

    private static Edit Changed(ApiObject stored, LabelOperation operation)
    {
        var labels = stored.Metadata.Labels;
        if (!operation.Overwrite && ChangedPairs.Problem(labels, operation.Labels) is { } problem) return Edit.Refused(problem);
        return stored with { Metadata = stored.Metadata with { Labels = ChangedPairs.Of(labels, operation.Labels, operation.Removed) } };
    }
}

/// <summary>Labels or annotations after a command.</summary>
internal static class ChangedPairs
{
    public static LabelSet Of(LabelSet stored, LabelSet set, IReadOnlyList<string> removed) =>
        LabelSet.Of(stored.Where(pair => !removed.Contains(pair.Key)).Concat(set));

    /// <summary>A key that is there already is not set again, not even to the same value.</summary>
    public static string? Problem(LabelSet stored, LabelSet set)
    {
        var there = set.Where(pair => stored.ContainsKey(pair.Key))
            .Select(pair => $"'{pair.Key}' already has a value ({stored[pair.Key]}), and --overwrite is false")
            .ToList();
        return there.Count == 0 ? null : $"error: {string.Join("; ", there)}";
    }
}
