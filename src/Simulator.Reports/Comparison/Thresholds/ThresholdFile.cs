using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;

namespace Simulator.Reports.Comparison.Thresholds;

/// <summary>Reads <c>podStart.p99: { relative: 10%, absolute: 200ms }</c>, a line a measure.</summary>
public static class ThresholdFile
{
    private static readonly Dictionary<string, Better> Directions = new(StringComparer.Ordinal)
    {
        ["lower"] = Better.Lower,
        ["higher"] = Better.Higher,
        ["neither"] = Better.Neither,
    };

    /// <returns>Null after an error.</returns>
    public static ThresholdBook? Read(string path, Diagnostics diagnostics)
    {
        var documents = SourceTree.ReadFile(path, diagnostics);
        if (diagnostics.HasErrors) return null;
        if (documents.Count != 1)
        {
            diagnostics.Error(path, 1, 1, $"the file holds {documents.Count} documents; allowed is one mapping of measures");
            return null;
        }

        var root = new SourceCursor(documents[0], SourcePath.Root, new ReadingContext(diagnostics, ReadingRules.Scenario));
        var rules = new Dictionary<string, ThresholdRule>(StringComparer.Ordinal);
        foreach (var (measure, value) in root.Entries())
        {
            if (!IsKnown(measure, value)) continue;
            if (value.Read(ReadRule) is { } rule) rules[measure] = rule;
        }

        return diagnostics.HasErrors ? null : new ThresholdBook(rules);
    }

    private static bool IsKnown(string measure, SourceCursor value)
    {
        if (MeasureCatalog.IsKnown(measure)) return true;
        var hint = Wording.DidYouMean(measure, [.. MeasureCatalog.All.Select(entry => entry.Pattern)]);
        value.Error($"there is no such measure{(hint.Length > 0 ? hint : " (list: simulator measures)")}");
        return false;
    }

    private static ThresholdRule ReadRule(FieldReader fields) => new()
    {
        Relative = fields.Optional("relative") is { } relative ? Share(relative) : null,
        Absolute = fields.Optional("absolute") is { } absolute ? Amount(absolute) : null,
        Noise = fields.Optional("noise") is { } noise ? Amount(noise) : null,
        Better = fields.Optional("better") is { } better ? DirectionOf(better) : null,
        IsIgnored = fields.Optional("ignore")?.Flag() ?? false,
    };

    private static Better? DirectionOf(SourceCursor cursor) =>
        cursor.OneOf(Directions.Keys) is { } word ? Directions[word] : null;

    private static double? Share(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && (Percent(scalar.Text) ?? Number(scalar.Text)) is { } share and >= 0) return share;
        cursor.Refuse("a percentage such as 5%, or a share such as 0.05");
        return null;
    }

    private static double? Amount(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && (Number(scalar.Text) ?? Seconds(scalar.Text)) is { } amount and >= 0) return amount;
        cursor.Refuse("a number in the unit of the measure, or a duration such as 200ms");
        return null;
    }

    private static double? Percent(string text) => text.EndsWith('%') ? Number(text[..^1]) / 100 : null;

    private static double? Seconds(string text) => GoDuration.TryParse(text, out var duration) ? duration.TotalSeconds : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
