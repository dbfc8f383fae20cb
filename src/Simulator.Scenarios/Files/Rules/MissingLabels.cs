using Simulator.Api;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Says which labels are asked for and not there.</summary>
internal static class MissingLabels
{
    private const int ValuesShown = 4;

    /// <summary>Node labels do not depend on it.</summary>
    public static readonly ClusterState NoPods = new();

    public static string Lack(LabelSet selector, ClusterView view)
    {
        foreach (var (key, value) in selector)
        {
            var values = view.ValuesOf(key);
            if (values.Count == 0) return $"none has the label {key}";
            if (!values.Contains(value)) return $"none has {key}={value}, only {Shown(values)}";
        }

        return $"none has all of {selector}";
    }

    public static string Lack(NodeSelector required, ClusterView view)
    {
        foreach (var requirement in required.Terms.SelectMany(term => term.MatchExpressions))
        {
            if (WhatIsMissing(requirement, view) is { } missing) return missing;
        }

        return required.Terms.All(term => term.MatchExpressions.Count == 0 && term.MatchFields.Count == 0)
            ? "a term without matchExpressions matches nothing"
            : "none fits one of its terms";
    }

    /// <summary>Null if the label alone is no reason.</summary>
    public static string? WhatIsMissing(SelectorRequirement requirement, ClusterView view)
    {
        if (requirement.Operator is not ("In" or "Exists" or "Gt" or "Lt")) return null;
        var values = view.ValuesOf(requirement.Key);
        if (values.Count == 0) return $"none has the label {requirement.Key}";
        return requirement.Operator == "In" && !requirement.Values.Any(values.Contains)
            ? $"none has {requirement.Key}={string.Join('|', requirement.Values.Take(ValuesShown))}, only {Shown(values)}"
            : null;
    }

    private static string Shown(IReadOnlyCollection<string> values) =>
        Wording.Listed(values.Order(StringComparer.Ordinal).Take(ValuesShown))
            + (values.Count > ValuesShown ? $" and {values.Count - ValuesShown:N0} more" : "");
}
