using Simulator.Reports.Measures;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;
using Simulator.World.Specification;

namespace Simulator.Studies.Results;

/// <summary>
/// In how many runs of one variant an expectation is met. It is met as a whole if it is in every run: one run of twenty that misses it is
/// one day of twenty.
/// </summary>
/// <param name="Expected">With the bounds; what it got is of one run only.</param>
/// <param name="Met">Runs that meet it; one that has no such measure does not.</param>
/// <param name="FirstMiss">Seed of the first run that misses it; "" if none does.</param>
public sealed record ExpectationOverRuns(ExpectationRow Expected, int Met, int Runs, string FirstMiss)
{
    public bool IsMet => Met == Runs;

    public string Measure => Expected.Measure;

    /// <summary><c>met</c> or <c>MISSED</c>.</summary>
    public string Verdict => IsMet ? "met" : "MISSED";

    /// <summary>With this confidence at least such a share of all seeds meets it.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public double AtLeast(double confidence) => Proportions.AtLeast(Met, Runs, confidence);

    /// <summary><c>met in 20 of 20 runs</c></summary>
    public string CountText => $"met in {Met} of {HumanNumber.Count(Runs, "run", "runs")}";

    /// <param name="rows">Of one variant; at least one.</param>
    public static IReadOnlyList<ExpectationOverRuns> AllOf(IReadOnlyList<Expectation> expectations, IReadOnlyList<RunRow> rows)
    {
        var verdicts = rows.Select(row => Expectations.Evaluate(expectations, row.Measures)).ToList();
        return [.. expectations.Select((_, i) => Of([.. verdicts.Select(verdict => verdict[i])], rows))];
    }

    private static ExpectationOverRuns Of(IReadOnlyList<ExpectationRow> verdicts, IReadOnlyList<RunRow> rows)
    {
        var miss = verdicts.ToList().FindIndex(verdict => !verdict.Met);
        return new ExpectationOverRuns(
            verdicts[Math.Max(0, miss)], verdicts.Count(verdict => verdict.Met), rows.Count, miss < 0 ? "" : rows[miss].Seed);
    }
}
