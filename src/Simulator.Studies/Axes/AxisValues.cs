using Simulator.Api.Words;

namespace Simulator.Studies.Axes;

/// <summary>
/// The values of an axis as users write them: <c>20..60:10</c>, <c>10s..60s:10s</c>, <c>0.1..0.5:0.1</c>, <c>a,b,c</c>, or several of
/// these.
/// </summary>
public static class AxisValues
{
    private const int ValuesMax = 10_000;

    /// <param name="problem">A sentence if null is returned, without its subject: <c>has no values</c>.</param>
    public static IReadOnlyList<string>? Parse(string text, out string problem)
    {
        var values = new List<string>();
        foreach (var part in Parts(text))
        {
            if (Values(part, out problem) is not { } more) return null;
            values.AddRange(more);
            if (values.Count <= ValuesMax) continue;
            problem = $"has more than {ValuesMax:N0} values";
            return null;
        }

        problem = ProblemOf(values);
        return problem.Length == 0 ? values : null;
    }

    /// <summary>What is wrong with a list of values; "" if nothing.</summary>
    public static string ProblemOf(IReadOnlyList<string> values)
    {
        if (values.Count == 0) return "has no values: no run would be made";
        var twice = values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? "" : $"has the value '{Wording.Shortened(twice.Key)}' twice";
    }

    private static IReadOnlyList<string>? Values(string part, out string problem)
    {
        problem = part.Length == 0 ? "has an empty value between its commas" : "";
        if (problem.Length > 0) return null;
        return ValueRange.IsRange(part) ? ValueRange.Parse(part, ValuesMax, out problem) : [part];
    }

    /// <summary>Commas within brackets, braces and quotes part nothing.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        if (text.Trim().Length == 0) yield break;
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c is '[' or '{') depth++;
            else if (c is ']' or '}') depth--;
            else if (c == ',' && depth <= 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }
}
