using System.Globalization;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>One requirement of a label selector.</summary>
internal sealed record LabelRequirement(string Key, Condition Condition, IReadOnlyList<string> Values)
{
    /// <param name="value">Of the label; null: there is none.</param>
    public bool Takes(string? value)
    {
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
