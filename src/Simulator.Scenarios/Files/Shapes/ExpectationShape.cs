using System.Globalization;
using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>A bound on a measure of the run.</summary>
internal static class ExpectationShape
{
    private static readonly KeysOf<Expectation> Key = new();

    public static Shape<Expectation> Value { get; } = new("expectation", new Expectation("", null, null),
    [
        Key.Text("measure", "a measure's name as in summary.json", e => e.Measure, (e, v) => e with { Measure = v }).Required(),
        Key.Value("atMost", "the measure may be this or less", Forms.Bound, ReadBound, null, (e, v) => e with { AtMost = v }),
        Key.Value("atLeast", "the measure may be this or more", Forms.Bound, ReadBound, null, (e, v) => e with { AtLeast = v }),
    ])
    { Check = CheckBounds };

    private static void CheckBounds(Expectation value, FieldReader fields)
    {
        if (!fields.Has("atMost") && !fields.Has("atLeast")) fields.Error("has neither atMost nor atLeast; allowed are one or both");
        if (value.AtLeast > value.AtMost) fields.ErrorAt("atLeast", "is more than atMost, so that nothing can meet it");
    }

    /// <summary>A number, seconds of a duration, or the share of a percentage.</summary>
    private static double? ReadBound(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar { Kind: not ScalarKind.Null } scalar)
        {
            if (IsNumber(scalar.Text, out var number)) return number;
            if (scalar.Text.EndsWith('%') && IsNumber(scalar.Text[..^1], out var percent)) return percent / 100;
            if (GoDuration.TryParse(scalar.Text, out var duration)) return duration.TotalSeconds;
        }

        cursor.Refuse("a number, a duration such as 15m or a percentage such as 99.9%");
        return null;
    }

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);
}
