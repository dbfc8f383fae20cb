using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison;

/// <summary>One measure, judged. Numbers are in the unit of the measure; of its presence they are shares of the runs.</summary>
/// <param name="Difference">After minus before.</param>
/// <param name="Interval">Of the difference; <see cref="Interval.Everything"/> if nothing bounds it.</param>
/// <param name="Ratio">Of after over before; null if before may be 0.</param>
/// <param name="Allowed">How much it may change without being worse.</param>
/// <param name="Chance">How likely such a difference or a larger one is if the truth is within what is allowed.</param>
/// <param name="Adjusted">The same among all measures that were judged (Holm); null of a fact, which is not.</param>
public sealed record MeasureVerdict(
    string Measure, Aspect Aspect, Stake Stake, Estimate Before, Estimate After, double Difference, Interval Interval, Interval? Ratio,
    double Allowed, double Chance, double? Adjusted, Verdict Verdict)
{
    /// <summary>
    /// Difference to the bad side as a multiple of what is allowed: what stands first in a table. Of facts to either side.
    /// </summary>
    public double Weight
    {
        get
        {
            var bad = Stake.Better switch { Better.Lower => Difference, Better.Higher => -Difference, _ => Math.Abs(Difference) };
            return bad == 0 ? 0 : bad / Math.Max(Allowed, double.Epsilon);
        }
    }
}
