using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>Node selector terms against node labels (api.NodeSelectorRequirementsAsSelector and pkg/labels of 1.3.10).</summary>
public static partial class NodeSelectorMatcher
{
    /// <summary>False if the term is invalid. A term without expressions is valid and matches nothing.</summary>
    public static bool TryMatch(NodeSelectorTerm term, LabelSet labels, out bool matches)
    {
        matches = term.MatchExpressions.Count > 0;
        foreach (var requirement in term.MatchExpressions)
        {
            if (!IsValid(requirement)) return false;
        }

        foreach (var requirement in term.MatchExpressions) matches = matches && Matches(requirement, labels);
        return true;
    }

    private static bool IsValid(SelectorRequirement requirement)
    {
        var countIsRight = requirement.Operator switch
        {
            "In" or "NotIn" => requirement.Values.Count > 0,
            "Exists" or "DoesNotExist" => requirement.Values.Count == 0,
            "Gt" or "Lt" => IsOneNumber(requirement.Values),
            _ => false,
        };
        return countIsRight && LabelRules.IsValidKey(requirement.Key) && requirement.Values.All(LabelRules.IsValidValue);
    }

    private static bool IsOneNumber(IReadOnlyList<string> values) =>
        values.Distinct(StringComparer.Ordinal).Count() == 1 && TryParseFloat(values[0], out _);

    private static bool Matches(SelectorRequirement requirement, LabelSet labels)
    {
        var hasKey = labels.TryGetValue(requirement.Key, out var value);
        return requirement.Operator switch
        {
            "In" => hasKey && requirement.Values.Contains(value!),
            "NotIn" => !hasKey || !requirement.Values.Contains(value!),
            "Exists" => hasKey,
            "DoesNotExist" => !hasKey,
            "Gt" => hasKey && TryParseFloat(value!, out var left) && TryParseFloat(requirement.Values[0], out var right) && left > right,
            _ => hasKey && TryParseFloat(value!, out var left) && TryParseFloat(requirement.Values[0], out var right) && left < right,
        };
    }

    /// <summary>Go's strconv.ParseFloat: decimal, exponent, infinities and NaN in any case; out of range is an error.</summary>
    private static bool TryParseFloat(string text, out double number)
    {
        if (SpecialNumber().Match(text) is { Success: true } special)
        {
            number = special.Groups["nan"].Success ? double.NaN : text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        number = 0;
        return DecimalNumber().IsMatch(text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    [GeneratedRegex(@"^(?:[+-]?inf(?:inity)?|(?<nan>nan))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpecialNumber();

    [GeneratedRegex(@"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();
}
