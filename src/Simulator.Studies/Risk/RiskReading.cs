using Simulator.Engine;
using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk;

/// <summary>Reads the numbers out of the runs.</summary>
public static class RiskReading
{
    public static RiskResult Of(RiskPlan plan, RiskSamples samples)
    {
        var meters = RunWeights.Meters(samples.Untroubled[0], plan.By).Select(meter => meter.Service).ToList();
        var underWay = samples.Classes.Sum(known => Rate(plan, 0, known.Key) * known.MeanWindow) / ServiceRisk.Year;
        var perYear = plan.Variants[0].Classes.Sum(all => all.PerYear);
        return new RiskResult(
            plan,
            [.. plan.Variants.Select((variant, i) => new VariantRisk(
                variant, [.. meters.Select(service => Of(plan, samples, i, service))]))],
            samples.Runs, samples.Pairs.Count, underWay, perYear * underWay * underWay / 2);
    }

    private static ServiceRisk Of(RiskPlan plan, RiskSamples samples, int variant, string service)
    {
        var meters = samples.Untroubled.Select(untroubled => new LossMeter(untroubled, service, plan.By)).ToList();
        var meter = meters[variant];
        IReadOnlyList<ClassRisk> classes = [.. samples.Classes.Where(known => plan.Variants[variant].Find(known.Key) is not null)
            .Select(known => ClassOf(plan, known, variant, meter))
            .OrderByDescending(all => all.Yearly.Value).ThenBy(all => all.Class.Key, StringComparer.Ordinal)];
        var overlaps = samples.Pairs.Select(pair => PerYear(plan, pair, variant) * Excess(pair, variant, meter)).ToList();
        return new ServiceRisk(service, meter.Kind, classes)
        {
            Usual = meter.Usual,
            Overlaps = StratumMean.Independent(overlaps),
            AtMost = Bound(samples, classes, overlaps),
            Years = Years(plan, samples, variant, meter),
            Difference = variant == 0 ? null : Difference(plan, samples, variant, meters[0], meter),
        };
    }

    private static ClassRisk ClassOf(RiskPlan plan, ClassSamples known, int variant, LossMeter meter)
    {
        var losses = InOrder(known).Select(sample => meter.Of(sample.Outcomes[variant]!)).ToList();
        var sum = losses.Aggregate(PartTimes.None, (all, next) => all + next);
        return new ClassRisk(
            plan.Variants[variant].Find(known.Key)!,
            losses.Count,
            known.Singles.Count(sample => !sample.Outcomes[variant]!.IsHealed),
            StratumMean.Systematic([.. losses.Select(loss => loss.Total)]),
            sum * (1.0 / losses.Count));
    }

    /// <summary>Trouble by trouble, so that what both variants have in common is no chance.</summary>
    private static Mean Difference(RiskPlan plan, RiskSamples samples, int variant, LossMeter one, LossMeter other)
    {
        var sum = Mean.Exactly((other.Usual - one.Usual) * ServiceRisk.Year);
        foreach (var known in samples.Classes)
        {
            sum += StratumMean.Systematic([.. InOrder(known).Select(sample => Yearly(sample, variant, other) - Yearly(sample, 0, one))]);
        }

        return sum + StratumMean.Independent([.. samples.Pairs.Select(pair =>
            (PerYear(plan, pair, variant) * Excess(pair, variant, other)) - (PerYear(plan, pair, 0) * Excess(pair, 0, one)))]);
    }

    private static double Yearly(SingleSample sample, int variant, LossMeter meter) =>
        sample.Outcomes[variant] is { } outcome ? sample.Troubles[variant]!.Class.PerYear * meter.Of(outcome).Total : 0;

    /// <summary>By the place that was struck: see <see cref="StratumMean.Systematic"/>.</summary>
    private static IEnumerable<SingleSample> InOrder(ClassSamples known) => known.Singles.OrderBy(sample => sample.Position);

    private static double Rate(RiskPlan plan, int variant, string key) => plan.Variants[variant].Find(key)?.PerYear ?? 0;

    /// <summary>Pairs a year for which a drawn one stands.</summary>
    private static double PerYear(RiskPlan plan, PairSample pair, int variant) =>
        Rate(plan, variant, pair.First) * Rate(plan, variant, pair.Second) * pair.Weight / ServiceRisk.Year;

    private static double Excess(PairSample pair, int variant, LossMeter meter) => pair.Excess[variant] is { } outcome
        ? meter.Of(outcome.Both).Total - meter.Of(outcome.First).Total - meter.Of(outcome.Second).Total
        : 0;

    private static double? Bound(RiskSamples samples, IReadOnlyList<ClassRisk> classes, List<double> overlaps)
    {
        if (classes.Any(all => all.Each.Value > 0) || overlaps.Exists(excess => excess > 0)) return null;
        return classes.Sum(all => all.Class.PerYear * 3.0 / all.Runs
            * samples.Classes.First(known => known.Key == all.Class.Key).MeanWindow);
    }

    private static YearSpread Years(RiskPlan plan, RiskSamples samples, int variant, LossMeter meter)
    {
        var alone = samples.Classes.Where(known => plan.Variants[variant].Find(known.Key) is not null)
            .Select(known => new YearlyOutcomes(
                Rate(plan, variant, known.Key), [.. known.Singles.Select(sample => meter.Of(sample.Outcomes[variant]!).Total)]));
        var together = samples.Pairs.Select(pair => new YearlyOutcomes(
            PerYear(plan, pair, variant) / samples.Pairs.Count, [Excess(pair, variant, meter)]));
        var stream = new RandomStreams(plan.Seed)[$"risk/years/{meter.Service}"];
        return YearSpread.Compose(plan.Years, [.. alone, .. together], meter.Usual * ServiceRisk.Year, stream);
    }
}
