using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;

namespace Simulator.Studies.Risk;

/// <summary>One trouble that was drawn alone, and what came of it in each variant.</summary>
/// <param name="Number">Of its draw.</param>
/// <param name="Position">Of its place among the places, from 0 to 1.</param>
/// <param name="Outcomes">Variant by variant; null: it has no such places.</param>
public sealed record SingleSample(
    int Number, double Position, IReadOnlyList<DrawnTrouble?> Troubles, IReadOnlyList<RunOutcome?> Outcomes)
{
    /// <summary>Seconds until its consequences were over in every variant.</summary>
    public double Window => Outcomes.Max(outcome => outcome?.Window ?? 0);
}

/// <summary>The runs of one class of troubles.</summary>
public sealed record ClassSamples(string Key)
{
    public List<SingleSample> Singles { get; } = [];

    /// <summary>Mean seconds until the consequences of one are over.</summary>
    public double MeanWindow => Singles.Count == 0 ? 0 : Singles.Average(sample => sample.Window);
}

/// <summary>Two troubles that overlap.</summary>
/// <param name="First">Keys of their classes.</param>
/// <param name="Weight">Pairs of such troubles a second of the first one's rate and of the second one's: seconds of window over the
/// probability with which the pair was drawn.</param>
/// <param name="Excess">What both lose beyond what each loses alone, variant by variant; null: it cannot happen, or changes
/// nothing.</param>
public sealed record PairSample(string First, string Second, double Weight, IReadOnlyList<PairOutcome?> Excess);

/// <param name="Both">Of the run with both.</param>
public sealed record PairOutcome(RunOutcome Both, RunOutcome First, RunOutcome Second);

/// <summary>All that the runs of a study came to.</summary>
public sealed class RiskSamples
{
    /// <summary>In order of their keys.</summary>
    public required IReadOnlyList<ClassSamples> Classes { get; init; }

    /// <summary>Of each variant if nothing happens.</summary>
    public required IReadOnlyList<RunOutcome> Untroubled { get; init; }

    public List<PairSample> Pairs { get; } = [];

    /// <summary>Short runs of all variants that were wanted.</summary>
    public int Runs { get; set; }
}
