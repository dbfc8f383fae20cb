using Simulator.Api;
using Simulator.Reports;

namespace Simulator.Cli.Verbs;

/// <summary>Holds the measures that a scenario names against those that a run has.</summary>
internal static class MeasureNames
{
    /// <summary>What is wrong with a name; null if it is known.</summary>
    public static string? Problem(string name)
    {
        if (MeasureCatalog.IsKnown(name)) return null;
        var known = MeasureCatalog.All.Select(entry => entry.Pattern).ToList();
        return $"no measure '{Wording.Shortened(name)}'{(Wording.DidYouMean(name, known) is { Length: > 0 } hint ? hint : $"; the measures are {Wording.Listed(known)}")}";
    }
}
