namespace Simulator.Serve.Answers.Selecting;

/// <summary>Reads <c>a=b,c!=d</c> (ParseSelector in pkg/fields/selector.go of 1.3.10).</summary>
internal static class FieldSelectorText
{
    /// <exception cref="FormatException">In the words of 1.3.10.</exception>
    public static IReadOnlyList<FieldRequirement> Parse(string text)
    {
        List<FieldRequirement> terms = [];
        foreach (var part in text.Split(',').Order(StringComparer.Ordinal))
        {
            if (part.Length > 0)
            {
                terms.Add(Term(part) ?? throw new FormatException($"invalid selector: '{text}'; can't understand '{part}'"));
            }
        }

        return terms;
    }

    private static FieldRequirement? Term(string part)
    {
        foreach (var (sign, isEqual) in ((string, bool)[])[("!=", false), ("==", true), ("=", true)])
        {
            if (part.Split(sign) is [var field, var value]) return new FieldRequirement(field, value, isEqual);
        }

        return null;
    }
}
