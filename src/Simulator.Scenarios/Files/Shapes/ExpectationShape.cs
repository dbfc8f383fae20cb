using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>A bound on a measure of the run.</summary>
internal static class ExpectationShape
{
    private static readonly KeysOf<ExpectationDraft> Key = new();

    public static Shape<ExpectationDraft> Value { get; } = new("expectation", new ExpectationDraft(),
    [
        Key.Class(
            "measure", "a measure's name as in summary.json, that a run of this scenario can have", Forms.Measure, cursor => cursor.Text(),
            e => e.Measure, (e, v) => e with { Measure = v }).Required(),
        Key.Class("atMost", "the measure may be this or less", Forms.Bound, ReadBound, null, (e, v) => e with { AtMost = v }),
        Key.Class("atLeast", "the measure may be this or more", Forms.Bound, ReadBound, null, (e, v) => e with { AtLeast = v }),
    ])
    { Check = CheckBounds };

    private static void CheckBounds(ExpectationDraft value, FieldReader fields)
    {
        if (!fields.Has("atMost") && !fields.Has("atLeast")) fields.Error("has neither atMost nor atLeast; allowed are one or both");
        if (value.AtLeast?.Value > value.AtMost?.Value) fields.ErrorAt("atLeast", "is more than atMost, so that nothing can meet it");
    }

    private static Bound? ReadBound(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar { Kind: not ScalarKind.Null } scalar && BoundOf(scalar.Text) is { } bound)
        {
            if (bound.Value >= 0) return bound;
            cursor.Error($"{cursor.Describe()} is negative; no measure ever is");
            return null;
        }

        cursor.Refuse("a number, a duration such as 15m or a percentage such as 99.9%");
        return null;
    }

    private static Bound? BoundOf(string text)
    {
        if (IsNumber(text, out var number)) return new Bound(number, BoundForm.Number, text);
        if (text.EndsWith('%') && IsNumber(text[..^1], out var percent)) return new Bound(percent / 100, BoundForm.Percentage, text);
        return GoDuration.TryParse(text, out var duration) ? new Bound(duration.TotalSeconds, BoundForm.Duration, text) : null;
    }

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture,
            out value)
        && double.IsFinite(value);
}
