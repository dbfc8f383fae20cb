using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;

namespace Simulator.Studies.Risk;

/// <summary>Draws troubles, has them run, and looks where further runs tell most.</summary>
/// <remarks>
/// Nothing happens most of the year, so no run waits for a trouble: each begins with one. What a service loses in a year is, to the
/// second order (light-traffic expansion: Reiman and Simon 1989; factorial moment expansion: Błaszczyszyn 1995),
/// the sum over kinds of rate x E[loss of one alone]
/// + the sum over pairs of rate x rate x E[integral over the distance of (loss of both - loss of each alone)].
/// </remarks>
public sealed class RiskStudy(RiskPlan plan, IRiskRuns runs)
{
    /// <summary>Of each class, before anybody knows what it costs.</summary>
    private const int Pilot = 8;

    /// <summary>Of the runs, for troubles that come alone; the rest is for pairs.</summary>
    private const double SingleShare = 0.75;

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public RiskSamples Run()
    {
        var keys = plan.Variants.SelectMany(variant => variant.Classes).Select(all => all.Key).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var samples = new RiskSamples { Classes = [.. keys.Select(key => new ClassSamples(key))], Untroubled = Untroubled() };
        var singles = (int)(plan.Runs * SingleShare);
        Add(samples, [.. samples.Classes.Select(_ => Math.Max(2, Math.Min(Pilot, singles / Math.Max(1, samples.Classes.Count))))]);
        foreach (var total in (int[])[singles / 2, singles])
        {
            var weights = new RunWeights(plan, samples);
            Add(samples, Allocation.Further(
                [.. samples.Classes.Select(weights.Of)], [.. samples.Classes.Select(known => known.Singles.Count)], total));
        }

        new OverlapStudy(plan, runs).AddTo(samples, (plan.Runs - singles) / 2);
        return samples;
    }

    private IReadOnlyList<RunOutcome> Untroubled() =>
        runs.Make([.. plan.Variants.Select(variant => new RiskTask(variant, RiskTask.Untroubled, plan.Seed, []))]);

    /// <summary>All classes and variants at once, so that all cores are busy.</summary>
    private void Add(RiskSamples samples, IReadOnlyList<int> counts)
    {
        var wanted = samples.Classes.SelectMany((known, i) => Enumerable.Range(known.Singles.Count, counts[i])
            .Select(number => (known, number))).ToList();
        var tasks = wanted.SelectMany(entry => plan.Variants.Select(variant => TaskOf(variant, entry.known.Key, entry.number))).ToList();
        var outcomes = runs.Make([.. tasks.OfType<RiskTask>()]);
        samples.Runs += outcomes.Count;
        var next = 0;
        for (var i = 0; i < wanted.Count; i++)
        {
            var own = tasks.GetRange(i * plan.Variants.Count, plan.Variants.Count);
            wanted[i].known.Singles.Add(new SingleSample(
                wanted[i].number, TroubleDraw.Position(wanted[i].known.Key, plan.Seed, wanted[i].number),
                [.. own.Select(task => task?.Troubles[0].Trouble)],
                [.. own.Select(task => task is null ? null : outcomes[next++])]));
        }
    }

    private RiskTask? TaskOf(RiskVariant variant, string key, int number) => variant.Find(key) is not { } all
        ? null
        : new RiskTask(
            variant, $"{key} {number}", plan.SeedOf(number), [new PlannedTrouble(TroubleDraw.Of(all, plan.Seed, number), TimeSpan.Zero)]);
}
