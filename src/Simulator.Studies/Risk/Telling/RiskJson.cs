using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk.Telling;

/// <summary>summary.json, and what <c>--json</c> prints: all numbers of a study, in seconds and shares.</summary>
public static class RiskJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(RiskResult result, string command, string version) => new JsonObject
    {
        ["scenario"] = result.Plan.Variants[0].Scenario.Name,
        ["version"] = version,
        ["command"] = command,
        ["runs"] = result.Runs,
        ["pairs"] = result.Pairs,
        ["years"] = result.Plan.Years,
        ["troublesPerYear"] = result.Variants[0].PerYear,
        ["troublesUnderWay"] = result.UnderWay,
        ["variants"] = new JsonArray([.. result.Variants.Select(Of)]),
    }.ToJsonString(Indented);

    private static JsonObject Of(VariantRisk variant) => new()
    {
        ["settings"] = new JsonArray([.. variant.Variant.Settings.Select(setting => JsonValue.Create(setting.ToString()))]),
        ["services"] = new JsonArray([.. variant.Services.Select(Of)]),
    };

    private static JsonObject Of(ServiceRisk service) => new()
    {
        ["service"] = service.Service,
        ["measure"] = service.Kind.ToString().ToLowerInvariant(),
        ["availability"] = service.Availability,
        ["half95"] = service.Half,
        ["lostSecondsPerYear"] = Of(service.Lost),
        ["lostAtMostSecondsPerYear"] = service.AtMost,
        ["difference"] = service.Difference is { } difference ? Of(difference) : null,
        ["years"] = new JsonObject
        {
            ["median"] = service.Years.Median,
            ["oneInTen"] = service.Years.OneInTen,
            ["worst"] = service.Years.Worst,
            ["lossless"] = service.Years.Clean,
        },
        ["troubles"] = new JsonArray([.. service.Classes.Select(Of)]),
        ["overlaps"] = Of(service.Overlaps),
    };

    private static JsonObject Of(ClassRisk all)
    {
        var parts = new JsonObject();
        foreach (var part in Enum.GetValues<RecoveryPart>()) parts[RiskWords.Parts[(int)part]] = all.Parts[part];
        return new JsonObject
        {
            ["trouble"] = all.Class.Key,
            ["perYear"] = all.Class.PerYear,
            ["runs"] = all.Runs,
            ["notHealed"] = all.Unhealed,
            ["lostSecondsEach"] = Of(all.Each),
            ["parts"] = parts,
        };
    }

    private static JsonObject Of(Mean mean) => new() { ["value"] = mean.Value, ["half95"] = mean.Half };
}
