using System.Diagnostics.CodeAnalysis;
using Simulator.Api.Words;

namespace Simulator.Api;

/// <summary>A label selector made ready for matching. Matching allocates nothing.</summary>
/// <remarks>unversioned.LabelSelectorAsSelector of 1.3.10.</remarks>
public sealed class SelectorMatcher
{
    /// <summary>What an empty selector compiles to.</summary>
    public static readonly SelectorMatcher Everything = new([]);

    private readonly Requirement[] _requirements;

    private SelectorMatcher(Requirement[] requirements) => _requirements = requirements;

    /// <summary>False with a sentence if an operator, key or value is wrong.</summary>
    public static bool TryCompile(
        LabelSelector selector, [NotNullWhen(true)] out SelectorMatcher? matcher, [NotNullWhen(false)] out string? error)
    {
        var requirements = new List<Requirement>();
        (matcher, error) = (null, null);
        foreach (var (key, value) in selector.MatchLabels.Pairs)
        {
            error ??= Add(requirements, new SelectorRequirement(key, "In", [value]));
        }

        foreach (var expression in selector.MatchExpressions) error ??= Add(requirements, expression);
        if (error is not null) return false;
        matcher = requirements.Count == 0 ? Everything : new SelectorMatcher([.. requirements]);
        return true;
    }

    public bool Matches(LabelSet labels)
    {
        foreach (var requirement in _requirements)
        {
            if (!requirement.Matches(labels)) return false;
        }

        return true;
    }

    private static string? Add(List<Requirement> requirements, SelectorRequirement source)
    {
        if (!LabelRules.IsValidKey(source.Key))
        {
            return $"'{Wording.Shortened(source.Key)}' is not a label key; allowed are {LabelRules.KeyRule}";
        }
        if (!Enum.TryParse(source.Operator, out Operator operation) || operation.ToString() != source.Operator)
        {
            return $"'{Wording.Shortened(source.Operator)}' is not an operator; allowed are In, NotIn, Exists, DoesNotExist";
        }

        var needsValues = operation is Operator.In or Operator.NotIn;
        if (needsValues && source.Values.Count == 0) return $"operator {operation} on '{source.Key}' has no values; it needs at least one";
        if (!needsValues && source.Values.Count != 0) return $"operator {operation} on '{source.Key}' has values; it allows none";
        var wrong = source.Values.FirstOrDefault(value => !LabelRules.IsValidValue(value));
        if (wrong is not null) return $"'{Wording.Shortened(wrong)}' is not a label value; allowed are {LabelRules.ValueRule}";
        requirements.Add(new Requirement(source.Key, operation, [.. source.Values]));
        return null;
    }

    private enum Operator
    {
        In,
        NotIn,
        Exists,
        DoesNotExist,
    }

    private readonly record struct Requirement(string Key, Operator Operator, string[] Values)
    {
        public bool Matches(LabelSet labels)
        {
            var isThere = labels.TryGetValue(Key, out var value);
            return Operator switch
            {
                Operator.In => isThere && Contains(value!),
                Operator.NotIn => !isThere || !Contains(value!),
                Operator.Exists => isThere,
                _ => !isThere,
            };
        }

        private bool Contains(string value)
        {
            foreach (var candidate in Values)
            {
                if (candidate == value) return true;
            }

            return false;
        }
    }
}
