namespace Simulator.Reports.Statistics;

/// <summary>What a sample says about a number, in the unit of the sample.</summary>
/// <param name="Value">The estimate itself.</param>
/// <param name="Interval">Holds the truth with the confidence that was asked for; <see cref="Statistics.Interval.Everything"/> of one
/// value.</param>
/// <param name="Count">Values that it is made of.</param>
/// <param name="Method">How: <c>Student-t</c>, <c>bootstrap-t</c>, <c>order statistics</c>, <c>batch means</c>.</param>
public sealed record Estimate(double Value, Interval Interval, int Count, string Method)
{
    /// <summary>Of the interval, relative to the value; infinite if either says nothing.</summary>
    public double RelativeHalfWidth =>
        Interval.HalfWidth == 0 ? 0 : Value == 0 ? double.PositiveInfinity : Interval.HalfWidth / Math.Abs(Value);
}
