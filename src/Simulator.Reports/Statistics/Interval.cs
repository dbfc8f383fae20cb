namespace Simulator.Reports.Statistics;

/// <summary>
/// From one number to another, both included, in the unit of what is estimated; an infinite end is one that nothing bounds.
/// </summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>What is known without data.</summary>
    public static Interval Everything => new(double.NegativeInfinity, double.PositiveInfinity);

    public double HalfWidth => (High - Low) / 2;

    /// <summary>Both ends are numbers.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    public static Interval Around(double middle, double half) => new(middle - half, middle + half);

    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Whether no value of this one is outside the other.</summary>
    public bool IsWithin(Interval other) => Low >= other.Low && High <= other.High;
}
