using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Studies.Farm;
using Simulator.Studies.Files;

namespace Simulator.Studies.Planning.Search;

/// <summary>What came of a study's search, with all that there is to tell.</summary>
/// <param name="peer">What set the standard; null: nothing.</param>
public sealed class PlanOutcome(Study study, SearchResult result, Judge judge, RungScenarios scenarios, Peer? peer = null)
{
    public Peer? Peer => peer;

    public Study Study => study;

    public PlanSpec Plan => study.Plan!;

    public SearchResult Result => result;

    public Rung? Answer => result.Answer;

    /// <summary>With which each value is run, in words.</summary>
    public string Seeds => RunTask.SeedsText(judge.FirstSeed, Plan.Seeds);

    /// <summary>Runs that were made or known.</summary>
    public int Runs => judge.All.Count();

    /// <summary>US dollars an hour of the machines; null: not all have a price.</summary>
    public double? Dollars(Rung rung) => scenarios.DollarsOf(rung.Settings);

    public double? DollarsNow => scenarios.DollarsOf([]);

    /// <summary>As the scenario's file has it; null: it does not say, or there are several axes.</summary>
    public string? Now => Plan.Axes is [var axis] ? study.Source.ValueAt(axis.Path) : null;

    /// <summary>What of all seeds holds at least, as sure as was asked for.</summary>
    public double HoldsIn => Proportions.AtLeast(Plan.Seeds, Plan.Seeds, Plan.Confidence);

    /// <summary>What to tell of a miss: of the rung below the answer, or, where nothing holds, of the one with most.</summary>
    public Judgement? Miss => (result.Below ?? (Answer is null ? Furthest : null)) is { } rung ? judge.FirstMiss(rung) : null;

    /// <summary>Where nothing holds: the last rung of the first ladder that came nearest, by its missed objectives.</summary>
    public Rung? Furthest => Tried.Where(rung => judge.FirstMiss(rung) is not null)
        .MinBy(rung => (judge.FirstMiss(rung)!.Rows.Count(row => !row.Met), judge.FirstMiss(rung)!.Rows.Sum(Excess)));

    /// <summary>Every rung that was looked at, ladder by ladder, in the order of the values.</summary>
    public IReadOnlyList<Rung> Tried =>
        [.. result.Ladders.SelectMany(ladder => Plan.Goal == PlanGoal.Largest ? ladder.Rungs.Reverse() : ladder.Rungs)
            .Where(rung => judge.Of(rung).Count > 0)];

    public IReadOnlyList<Judgement> Of(Rung rung) => judge.Of(rung);

    public Judgement? FirstMiss(Rung rung) => judge.FirstMiss(rung);

    public IReadOnlyList<LostPlace> LossesOf(Rung rung) => scenarios.LossesOf(rung);

    /// <summary>The worst that the runs of a rung have of an objective; null: no run has the measure, or no run was made.</summary>
    public (double Value, Judgement Run)? Worst(Rung rung, int objective)
    {
        var runs = judge.Of(rung).Where(run => run.Rows[objective].Got is not null).ToList();
        if (runs.Count == 0) return null;
        var isUpper = judge.Objectives[objective].AtMost is not null;
        var worst = isUpper ? runs.MaxBy(run => run.Rows[objective].Got) : runs.MinBy(run => run.Rows[objective].Got);
        return (worst!.Rows[objective].Got!.Value, worst);
    }

    public IReadOnlyList<ExpectationRow> Bounds =>
        [.. judge.Objectives.Select(objective => new ExpectationRow(
            objective.Measure, objective.AtLeast, objective.AtMost, null, true, ""))];

    /// <summary>How far beyond its bound, as a share of it; a measure that is not there is all of it.</summary>
    private static double Excess(ExpectationRow row) => row switch
    {
        { Met: true } => 0,
        { Got: null } => 1e9,
        { AtMost: { } most } when row.Got > most => (row.Got.Value - most) / Math.Max(Math.Abs(most), 1),
        _ => (row.AtLeast!.Value - row.Got!.Value) / Math.Max(Math.Abs(row.AtLeast.Value), 1),
    };
}
