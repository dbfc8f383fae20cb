using System.Globalization;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>
/// Reads <c>a=b,c!=d,e in (f,g),h,!i</c> (the parser of pkg/labels/selector.go of 1.3.10, with its sentences).
/// </summary>
internal sealed class LabelSelectorText
{
    private readonly List<string> _words;
    private int _at;

    private LabelSelectorText(string text) => _words = LabelWords.Split(text);

    /// <exception cref="FormatException">In the words of 1.3.10.</exception>
    public static IReadOnlyList<LabelRequirement> Parse(string text)
    {
        return [.. new LabelSelectorText(text).All().OrderBy(requirement => requirement.Key, StringComparer.Ordinal)];
    }

    private List<LabelRequirement> All()
    {
        List<LabelRequirement> requirements = [];
        while (Peek() is not "")
        {
            if (Peek() is not "!" && !LabelWords.IsName(Peek()))
                throw new FormatException($"found '{Peek()}', expected: !, identifier, or 'end of string'");
            requirements.Add(Wrapped());
            var next = Take();
            if (next is "") return requirements;
            if (next is not ",") throw new FormatException($"found '{next}', expected: ',' or 'end of string'");
            if (Peek() is not "!" && !LabelWords.IsName(Peek()))
                throw new FormatException($"found '{Peek()}', expected: identifier after ','");
        }

        return requirements;
    }

    private LabelRequirement Wrapped()
    {
        try
        {
            return One();
        }
        catch (FormatException fault)
        {
            throw new FormatException($"unable to parse requirement: {fault.Message}");
        }
    }

    private LabelRequirement One()
    {
        var isAbsent = Peek() is "!";
        if (isAbsent) Take();
        var key = Take();
        if (!LabelWords.IsName(key)) throw new FormatException($"found '{key}', expected: identifier");
        LabelFaults.CheckKey(key);
        if (Peek() is "" or ",") return new LabelRequirement(key, isAbsent ? Condition.Absent : Condition.Exists, []);
        if (isAbsent) return new LabelRequirement(key, Condition.Absent, []);
        return Compared(key, Take());
    }

    private LabelRequirement Compared(string key, string sign) => sign switch
    {
        "=" or "==" => new LabelRequirement(key, Condition.In, [Exact()]),
        "!=" => new LabelRequirement(key, Condition.NotIn, [Exact()]),
        "in" => new LabelRequirement(key, Condition.In, Several()),
        "notin" => new LabelRequirement(key, Condition.NotIn, Several()),
        ">" or "gt" => new LabelRequirement(key, Condition.Greater, [Numeric()]),
        "<" or "lt" => new LabelRequirement(key, Condition.Less, [Numeric()]),
        _ => throw new FormatException($"found '{sign}', expected: '=', '!=', '==', 'in', notin'"),
    };

    private string Exact()
    {
        if (Peek() is "" or ",") return "";
        var value = Take();
        if (!LabelWords.IsName(value)) throw new FormatException($"found '{value}', expected: identifier");
        LabelFaults.CheckValue(value);
        return value;
    }

    private string Numeric()
    {
        var value = Exact();
        return double.TryParse(value, CultureInfo.InvariantCulture, out _)
            ? value
            : throw new FormatException("for 'Gt', 'Lt' operators, the value must be a number");
    }

    private List<string> Several()
    {
        if (Take() is not "(" and var other) throw new FormatException($"found '{other}' expected: '('");
        List<string> values = [];
        while (true)
        {
            var value = Peek() is "," or ")" ? "" : Take();
            if (value.Length > 0 && !LabelWords.IsName(value)) throw new FormatException($"found '{value}', expected: ',', or identifier");
            LabelFaults.CheckValue(value);
            values.Add(value);
            var next = Take();
            if (next is ")") return values;
            if (next is not ",") throw new FormatException($"found '{next}', expected: ',' or ')'");
        }
    }

    private string Peek() => _at < _words.Count ? _words[_at] : "";

    private string Take() => _at < _words.Count ? _words[_at++] : "";
}
