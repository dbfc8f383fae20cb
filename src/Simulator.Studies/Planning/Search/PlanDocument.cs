using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Reports.RunSets;

namespace Simulator.Studies.Planning.Search;

/// <summary>A plan for machines.</summary>
/// <param name="Answer">What holds, path to value; null: nothing does.</param>
public sealed record PlanDocument(
    string Study, string Scenario, string Goal, IReadOnlyDictionary<string, string>? Answer, double? DollarsAnHour,
    IReadOnlyList<string> Sentences,
    int Seeds, double Confidence, double? HoldsIn, PlanMissDocument? BreaksFirst, IReadOnlyList<PlanTriedDocument> Tried, int Runs,
    string Version,
    string Command, PlanStandardDocument? AsGoodAs)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    internal static PlanDocument Of(PlanOutcome outcome, RunSetHeader header, IReadOnlyList<string> sentences) => new(
        outcome.Study.Name, header.Scenario, outcome.Plan.Goal.ToString().ToLowerInvariant(),
        outcome.Answer is { } answer ? ValuesOf(answer) : null,
        outcome.Answer is { } priced ? outcome.Dollars(priced) : null,
        sentences, outcome.Plan.Seeds, outcome.Plan.Confidence, outcome.Answer is null ? null : outcome.HoldsIn,
        outcome.Miss is { } miss ? MissOf(miss) : null,
        [.. outcome.Tried.Select(rung => new PlanTriedDocument(
            ValuesOf(rung), outcome.Dollars(rung), outcome.Of(rung).Count, outcome.FirstMiss(rung) is { } first ? MissOf(first) : null))],
        outcome.Runs, header.Version, header.Command, outcome.Peer is { } peer ? StandardOf(peer) : null);

    private static PlanStandardDocument StandardOf(Peer peer) => new(
        peer.Spec.Name, peer.Runs, peer.DollarsAnHour,
        peer.Objectives.ToDictionary(objective => objective.Measure, objective => (objective.AtLeast ?? objective.AtMost)!.Value));

    private static PlanMissDocument MissOf(Judgement miss) =>
        new(ValuesOf(miss.Rung), miss.Lost.Title, $"{miss.Seed}", miss.Rows.First(row => !row.Met).Measure, miss.Missed);

    private static Dictionary<string, string> ValuesOf(Rung rung) =>
        rung.Settings.ToDictionary(setting => setting.Path, setting => setting.Value);
}

/// <summary>A scenario that set the standard.</summary>
/// <param name="Measures">Means over its runs.</param>
public sealed record PlanStandardDocument(string Scenario, int Runs, double? DollarsAnHour, IReadOnlyDictionary<string, double> Measures);

/// <param name="Miss">Null: it holds in the runs that were made.</param>
public sealed record PlanTriedDocument(IReadOnlyDictionary<string, string> Values, double? DollarsAnHour, int Runs, PlanMissDocument? Miss);

/// <param name="Seed">As text: JSON readers lose digits of large numbers.</param>
public sealed record PlanMissDocument(IReadOnlyDictionary<string, string> Values, string Lost, string Seed, string Measure, string Text);
