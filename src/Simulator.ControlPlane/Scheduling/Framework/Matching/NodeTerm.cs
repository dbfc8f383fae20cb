using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>A node selector term made ready: requirements on labels and on fields of a node.</summary>
/// <remarks>component-helpers/scheduling/corev1/nodeaffinity of 1.20.</remarks>
public sealed class NodeTerm
{
    private const string NameField = "metadata.name";

    private readonly NodeSelectorTerm _term;

    private NodeTerm(NodeSelectorTerm term) => _term = term;

    /// <summary>Of no term: it selects nothing.</summary>
    public static bool IsEmpty(NodeSelectorTerm term) => term.MatchExpressions.Count == 0 && term.MatchFields.Count == 0;

    /// <summary>Null if an operator, key or value is wrong.</summary>
    public static NodeTerm? Parse(NodeSelectorTerm term) =>
        term.MatchExpressions.All(IsValid) && term.MatchFields.All(IsValidField) ? new NodeTerm(term) : null;

    /// <param name="name">"" for a place that is no node: fields are then not asked.</param>
    public bool Matches(LabelSet labels, string name)
    {
        foreach (var requirement in _term.MatchExpressions)
        {
            if (!Holds(requirement, labels)) return false;
        }

        return name.Length == 0 || FieldsMatch(name);
    }

    private bool FieldsMatch(string name)
    {
        foreach (var requirement in _term.MatchFields)
        {
            var value = requirement.Key == NameField ? name : "";
            if (value == requirement.Values[0] != (requirement.Operator == "In")) return false;
        }

        return true;
    }

    private static bool IsValidField(SelectorRequirement requirement) =>
        requirement.Operator is "In" or "NotIn" && requirement.Values.Count == 1;

    private static bool IsValid(SelectorRequirement requirement)
    {
        var countIsRight = requirement.Operator switch
        {
            "In" or "NotIn" => requirement.Values.Count > 0,
            "Exists" or "DoesNotExist" => requirement.Values.Count == 0,
            "Gt" or "Lt" => requirement.Values.Count == 1 && WholeNumber.TryParse(requirement.Values[0], out _),
            _ => false,
        };
        return countIsRight && LabelRules.IsValidKey(requirement.Key) && requirement.Values.All(LabelRules.IsValidValue);
    }

    private static bool Holds(SelectorRequirement requirement, LabelSet labels)
    {
        var hasKey = labels.TryGetValue(requirement.Key, out var value);
        return requirement.Operator switch
        {
            "In" => hasKey && Contains(requirement.Values, value!),
            "NotIn" => !hasKey || !Contains(requirement.Values, value!),
            "Exists" => hasKey,
            "DoesNotExist" => !hasKey,
            _ => hasKey && WholeNumber.TryParse(value!, out var left) && WholeNumber.TryParse(requirement.Values[0], out var right)
                && (requirement.Operator == "Gt" ? left > right : left < right),
        };
    }

    private static bool Contains(IReadOnlyList<string> values, string value)
    {
        foreach (var candidate in values)
        {
            if (candidate == value) return true;
        }

        return false;
    }
}
