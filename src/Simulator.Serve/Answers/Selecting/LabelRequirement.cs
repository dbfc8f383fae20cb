using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>One requirement of a label selector.</summary>
internal sealed record LabelRequirement(string Key, Condition Condition, IReadOnlyList<string> Values)
{
    public bool Takes(JsonObject? labels)
    {
        var value = labels?[Key].AsText();
        return Condition switch
        {
            Condition.In => value is not null && Values.Contains(value),
            Condition.NotIn => value is null || !Values.Contains(value),
            Condition.Exists => value is not null,
            Condition.Absent => value is null,
            Condition.Greater => Number(value) > Number(Values[0]),
            _ => Number(value) < Number(Values[0]),
        };
    }

    /// <summary>Null, which nothing is greater or less than, for what is no number.</summary>
    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
