using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Simulator.Studies.Axes;
using Simulator.World.Specification;

namespace Simulator.Studies.Results;

/// <summary>summary.json of a replication or a sweep.</summary>
public sealed record StudyDocument
{
    private static readonly StudyDocumentContext Context = new(new JsonSerializerOptions(StudyDocumentContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary><c>replication</c> or <c>sweep</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Scenario { get; init; }

    public required string Version { get; init; }

    public required string Kubernetes { get; init; }

    public required string Command { get; init; }

    public required IReadOnlyList<string> Flags { get; init; }

    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <summary>As text: JSON readers lose digits of large numbers.</summary>
    public required string FirstSeed { get; init; }

    /// <summary>Of the intervals.</summary>
    public required double Confidence { get; init; }

    public required IReadOnlyList<Axis> Axes { get; init; }

    public required IReadOnlyList<string> Answer { get; init; }

    public required IReadOnlyList<VariantDocument> Variants { get; init; }

    public static StudyDocument Of(
        string kind, StudyFacts facts, IReadOnlyList<Axis> axes, IReadOnlyList<string> answer, IReadOnlyList<VariantResult> variants) =>
            new()
            {
                Kind = kind,
                Name = facts.Name,
                Scenario = facts.Header.Scenario,
                Version = facts.Header.Version,
                Kubernetes = facts.Header.Kubernetes,
                Command = facts.Header.Command,
                Flags = facts.Header.Flags,
                Settings = facts.Header.Settings,
                FirstSeed = $"{facts.Seed}",
                Confidence = facts.Confidence,
                Axes = axes,
                Answer = answer,
                Variants = [.. variants.Select(variant => VariantDocument.Of(variant, facts.Confidence))],
            };

    /// <summary>Ends in a new line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Context.StudyDocument) + "\n";
}

/// <param name="Settings">What sets it apart.</param>
/// <param name="Runs">How many there were.</param>
/// <param name="Measures">By name.</param>
public sealed record VariantDocument(
    IReadOnlyList<Setting> Settings,
    int Runs,
    IReadOnlyList<ExpectationDocument> Expectations,
    IReadOnlyDictionary<string, MeasureDocument> Measures)
{
    internal static VariantDocument Of(VariantResult variant, double confidence) => new(
        variant.Settings,
        variant.Rows.Count,
        [.. variant.Expectations.Select(expectation => new ExpectationDocument(
            expectation.Measure, expectation.Expected.AtLeast, expectation.Expected.AtMost, expectation.IsMet, expectation.Met,
            expectation.Runs, Math.Round(expectation.AtLeast(confidence), 6)))],
        variant.Measures.ToDictionary(measure => measure.Name, MeasureDocument.Of));
}

/// <param name="MetIn">Runs in which it was met.</param>
/// <param name="ShareOfSeeds">With the confidence of the study at least such a share of all seeds meets it.</param>
public sealed record ExpectationDocument(
    string Measure, double? AtLeast, double? AtMost, bool Met, int MetIn, int Runs, double ShareOfSeeds);

/// <param name="Value">Mean over the runs that have it.</param>
/// <param name="Low">Of the interval; null: nothing bounds it.</param>
/// <param name="Runs">That have it.</param>
public sealed record MeasureDocument(
    double Value, double? Low, double? High, double? HalfWidth, int Runs, double Least, double Most, string Method)
{
    internal static MeasureDocument Of(MeasureOverRuns measure)
    {
        var interval = measure.Mean.Interval;
        return new MeasureDocument(
            Rounded(measure.Mean.Value)!.Value, Rounded(interval.Low), Rounded(interval.High), Rounded(interval.HalfWidth), measure.Count,
            measure.Least, measure.Most, measure.Mean.Method);
    }

    /// <summary>The last bits of a sum are nobody's.</summary>
    private static double? Rounded(double value) => double.IsFinite(value) ? Math.Round(value, 9) : null;
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StudyDocument))]
internal sealed partial class StudyDocumentContext : JsonSerializerContext;
