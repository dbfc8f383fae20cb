using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.RunSets;
using Simulator.Studies.Files;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Search;

/// <summary>What the scenario that sets the standard came to: means over the seeds of the study.</summary>
public sealed class Peer
{
    private const string Cost = "cost.total";

    private Peer(PeerSpec spec, IReadOnlyList<RunRow> rows, IReadOnlyList<Expectation> objectives) =>
        (Spec, Runs, Objectives, DollarsAnHour) = (spec, rows.Count, objectives, MeanOf(rows, Cost) / spec.Scenario.Duration.TotalHours);

    public PeerSpec Spec { get; }

    public int Runs { get; }

    /// <summary>Of those who want to be as good.</summary>
    public IReadOnlyList<Expectation> Objectives { get; }

    /// <summary>Of its machines, US dollars; null: not all have a price.</summary>
    public double? DollarsAnHour { get; }

    /// <exception cref="InvalidDataException">It does not have a measure itself; a sentence.</exception>
    public static Peer Of(PeerSpec spec, IReadOnlyList<RunRow> rows) =>
        new(spec, rows, [.. spec.Measures.Select(measure => AsGood(measure, spec, rows))]);

    private static Expectation AsGood(string measure, PeerSpec spec, IReadOnlyList<RunRow> rows)
    {
        var mean = MeanOf(rows, measure)
            ?? throw new InvalidDataException($"no run of {spec.Name} has {measure}, so that nothing can be held against it");
        return PeerSpec.BetterOf(measure) == Better.Higher ? new Expectation(measure, mean, null) : new Expectation(measure, null, mean);
    }

    /// <summary>Over the runs that have it; null: none does.</summary>
    private static double? MeanOf(IReadOnlyList<RunRow> rows, string measure)
    {
        var values = rows.Where(row => row.Measures.ContainsKey(measure)).Select(row => row.Measures[measure]).ToList();
        return values.Count == 0 ? null : values.Average();
    }
}
