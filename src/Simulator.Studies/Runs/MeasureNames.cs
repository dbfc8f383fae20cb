using Simulator.Api.Words;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Steady;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Studies.Runs;

/// <summary>Holds the measures that a scenario names against those that a run of it can have.</summary>
public sealed class MeasureNames : IMeasureBook
{
    private readonly bool _hasSteadyState;

    private MeasureNames(bool hasSteadyState) => _hasSteadyState = hasSteadyState;

    /// <summary>Of runs of any kind: for verbs that make none, or hold none to its expectations.</summary>
    public static MeasureNames Instance { get; } = new(hasSteadyState: true);

    /// <summary>Of runs from their start to their end.</summary>
    public static MeasureNames OfWholeRuns { get; } = new(hasSteadyState: false);

    public IMeasureBook AfterWarmUp => Instance;

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
        var lacks = !_hasSteadyState && SteadyState.Has(measure)
            ? "only runs of replicate with --warm-up have a steady state"
            : MeasureCatalog.Lack(measure, scenario);
        return lacks is { } lack ? $"no run of this scenario has {measure}: {lack}" : null;
    }

    public string UnitOf(string measure) => MeasureCatalog.Find(measure)?.Unit ?? "";
}
