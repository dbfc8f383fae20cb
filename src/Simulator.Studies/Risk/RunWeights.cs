using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk;

/// <summary>What a further run of each class is worth: its rate times the standard deviation of what it costs, for its price.</summary>
internal sealed class RunWeights
{
    private readonly RiskPlan _plan;
    private readonly IReadOnlyList<LossMeter> _meters;

    public RunWeights(RiskPlan plan, RiskSamples samples)
    {
        _plan = plan;
        _meters = [.. Meters(samples.Untroubled[0], plan.By)];
    }

    /// <summary>One for each service that can lose something.</summary>
    public static IEnumerable<LossMeter> Meters(RunOutcome untroubled, LossKind? by) => untroubled.Services.Keys
        .Order(StringComparer.Ordinal)
        .Select(service => new LossMeter(untroubled, service, by))
        .Where(meter => meter.IsMeasurable);

    public double Of(ClassSamples known)
    {
        if (_plan.Variants[0].Find(known.Key) is not { } all) return 0;
        IReadOnlyList<RunOutcome> outcomes = [.. known.Singles.Select(sample => sample.Outcomes[0]).OfType<RunOutcome>()];
        var variance = _meters.Sum(meter => Variance([.. outcomes.Select(outcome => meter.Of(outcome).Total)]));
        var price = Math.Sqrt(Math.Max(1, outcomes.Average(outcome => outcome.Events)));
        return all.PerYear * Math.Sqrt(variance) / price;
    }

    private static double Variance(IReadOnlyList<double> values) => StratumMean.Independent(values).Variance * values.Count;
}
