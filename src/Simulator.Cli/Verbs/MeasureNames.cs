using Simulator.Api.Words;
using Simulator.Reports.Measures;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>Holds the measures that a scenario names against those that a run of it can have.</summary>
public sealed class MeasureNames : IMeasureBook
{
    public static MeasureNames Instance { get; } = new();

    public IReadOnlyList<string> Patterns { get; } = [.. MeasureCatalog.All.Select(entry => entry.Pattern)];

    public string? Problem(string measure, Scenario scenario)
    {
        if (MeasureCatalog.Find(measure) is not { } entry)
        {
            var known = MeasureCatalog.All.SelectMany(known => MeasureCatalog.NamesOf(known, scenario)).ToList();
            var hint = Wording.DidYouMean(measure, known);
            if (hint.Length == 0) hint = $"; the measures are {Wording.Listed(MeasureCatalog.All.Select(known => known.Pattern))}";
            return $"no measure '{Wording.Shortened(measure)}'{hint}";
        }

        var names = MeasureCatalog.NamesOf(entry, scenario);
        if (!names.Contains(measure))
        {
            return $"no zone of the scenario makes a measure '{Wording.Shortened(measure)}'{Wording.DidYouMean(measure, names)}; allowed "
                + $"are {Wording.Listed(names)}";
        }
        return MeasureCatalog.Lack(measure, scenario) is { } lack ? $"no run of this scenario has {measure}: {lack}" : null;
    }

    public string UnitOf(string measure) => MeasureCatalog.Find(measure)?.Unit ?? "";
}
