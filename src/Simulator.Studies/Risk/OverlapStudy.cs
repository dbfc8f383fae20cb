using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;

namespace Simulator.Studies.Risk;

/// <summary>
/// Pairs of troubles of which the second begins while the first is not over: what both cost beyond what each costs alone. Where they do
/// not meet that is exactly nothing, since all three runs share their seed.
/// </summary>
internal sealed class OverlapStudy(RiskPlan plan, IRiskRuns runs)
{
    /// <summary>Draws for pairs are other than those for troubles that come alone.</summary>
    private const int FirstNumber = 1_000_000;

    public void AddTo(RiskSamples samples, int count)
    {
        var cells = new PairCells(plan.Variants[0], samples);
        if (count == 0 || cells.IsEmpty) return;
        var drawn = Enumerable.Range(0, count).Select(number => Draw(cells, number)).ToList();
        var tasks = drawn.SelectMany(pair => plan.Variants.SelectMany((_, i) => TasksOf(pair, i))).ToList();
        var outcomes = new Queue<RunOutcome>(runs.Make(tasks));
        samples.Runs += outcomes.Count;
        foreach (var pair in drawn)
        {
            samples.Pairs.Add(new PairSample(pair.First.Key, pair.Second, pair.Weight, [.. plan.Variants.Select((_, i) => IsThere(pair, i)
                ? new PairOutcome(outcomes.Dequeue(), pair.Sample.Outcomes[i]!, outcomes.Dequeue())
                : null)]));
        }
    }

    private DrawnPair Draw(PairCells cells, int number)
    {
        var stream = new RandomStreams(plan.Seed)[$"risk/overlap/{number}"];
        var (first, second, weight) = cells.Draw(stream);
        var sample = PairCells.DrawSample(first, stream);
        var after = new Uniform(TimeSpan.Zero, TimeSpan.FromSeconds(sample.Window)).Sample(stream);
        IReadOnlyList<DrawnTrouble?> troubles = [.. plan.Variants.Select(variant =>
            variant.Find(second) is { } all ? TroubleDraw.Of(all, plan.Seed, FirstNumber + number) : null)];
        return new DrawnPair(number, first, second, weight, sample, after, troubles);
    }

    private IEnumerable<RiskTask> TasksOf(DrawnPair pair, int variant)
    {
        if (!IsThere(pair, variant)) return [];
        var (first, second) =
            (new PlannedTrouble(pair.Sample.Troubles[variant]!, TimeSpan.Zero), new PlannedTrouble(pair.Troubles[variant]!, pair.After));
        // Which pairs are drawn depends on the runs before them, so a pair is called by its troubles and not by its number.
        var (one, alone) =
            ($"{pair.First.Key} {pair.Sample.Number}", $"{pair.Second} {FirstNumber + pair.Number} after {GoDuration.Format(pair.After)}");
        var seed = plan.SeedOf(pair.Sample.Number);
        return
        [
            new RiskTask(plan.Variants[variant], $"{one} and {alone}", seed, [first, second]),
            new RiskTask(plan.Variants[variant], $"{alone} beside {one}", seed, [second]),
        ];
    }

    /// <summary>A place that is down already cannot fail in the same way once more.</summary>
    private static bool IsThere(DrawnPair pair, int variant)
    {
        if (pair.Sample.Troubles[variant] is not { } first || pair.Troubles[variant] is not { } second) return false;
        return first.Class.Key != second.Class.Key || !first.Strikes.Any(strike =>
            strike.Place == second.Strikes[0].Place && pair.After >= strike.After && pair.After < strike.After + strike.Lasts);
    }

    private sealed record DrawnPair(
        int Number, ClassSamples First, string Second, double Weight, SingleSample Sample, TimeSpan After,
        IReadOnlyList<DrawnTrouble?> Troubles);
}
