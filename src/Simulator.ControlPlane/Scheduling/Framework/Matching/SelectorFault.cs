using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>
/// What is wrong with a label selector, in the words of the real program (apimachinery's labels of 1.20), which messages repeat.
/// </summary>
public static class SelectorFault
{
    private const string NamePart = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    /// <summary>Null if there is nothing.</summary>
    public static string? Of(LabelSelector? selector) => selector is null
        ? null
        : selector.MatchLabels.Select(pair => Of(new SelectorRequirement(pair.Key, "In", [pair.Value])))
            .Concat(selector.MatchExpressions.Select(Of)).FirstOrDefault(fault => fault is not null);

    private static string? Of(SelectorRequirement requirement)
    {
        var (key, operation, values) = (requirement.Key, requirement.Operator, requirement.Values);
        if (operation is not ("In" or "NotIn" or "Exists" or "DoesNotExist"))
        {
            return $"\"{operation}\" is not a valid pod selector operator";
        }

        if (!LabelRules.IsValidKey(key)) return $"invalid label key \"{key}\": {NameFault(key[(key.LastIndexOf('/') + 1)..])}";
        var needsValues = operation is "In" or "NotIn";
        if (needsValues && values.Count == 0) return "for 'in', 'notin' operators, values set can't be empty";
        if (!needsValues && values.Count > 0) return "values set must be empty for exists and does not exist";
        return values.Where(value => !LabelRules.IsValidValue(value))
            .Select(value => $"invalid label value: \"{value}\": at key: \"{key}\": {ValueFault(value)}").FirstOrDefault();
    }

    private static string NameFault(string name) => name.Length switch
    {
        0 => "name part must be non-empty; name part must consist of " + Characters("'MyName',  or 'my.name',  or '123-abc'", NamePart),
        > 63 => "name part must be no more than 63 characters",
        _ => "name part must consist of " + Characters("'MyName',  or 'my.name',  or '123-abc'", NamePart),
    };

    private static string ValueFault(string value) => value.Length > 63
        ? "must be no more than 63 characters"
        : "a valid label must be an empty string or consist of "
            + Characters("'MyValue',  or 'my_value',  or '12345'", $"({NamePart})?");

    private static string Characters(string examples, string pattern) =>
        $"alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. {examples}, "
        + $"regex used for validation is '{pattern}')";
}
