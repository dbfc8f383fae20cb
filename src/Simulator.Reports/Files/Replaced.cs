using System.Text.Json;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Files;

/// <summary>A folder of that name is the last run's; that another one's was there is not passed over in silence.</summary>
internal static class Replaced
{
    /// <summary>Null: there was none, or the same run.</summary>
    public static string? Sentence(string folder, Summary next)
    {
        var path = Path.Combine(folder, SummaryJson.FileName);
        if (!File.Exists(path)) return null;
        try
        {
            var old = SummaryJson.Read(File.ReadAllText(path));
            return old.Digest == next.Digest
                ? null
                : $"These results replace those of '{old.Command}' ({Difference(old, next)}): --out keeps both.";
        }
        catch (JsonException)
        {
            return "These results replace older ones that could not be read.";
        }
    }

    private static string Difference(Summary old, Summary next) =>
        old.Scenario != next.Scenario ? $"scenario {old.Scenario}"
        : old.Seed != next.Seed ? $"seed {old.Seed}"
        : old.Version != next.Version ? $"version {old.Version}"
        : "another run";
}
