namespace Simulator.Studies.Risk.Losses;

/// <summary>What was lost, in seconds of total loss, by the part of the recovery in which it was.</summary>
public readonly record struct PartTimes
{
    public const int Parts = 6;

    private readonly double[]? _seconds;

    private PartTimes(double[] seconds) => _seconds = seconds;

    public static PartTimes None => default;

    public double this[RecoveryPart part] => _seconds?[(int)part] ?? 0;

    public double Total => _seconds?.Sum() ?? 0;

    /// <param name="seconds">In the order of <see cref="RecoveryPart"/>; taken over.</param>
    public static PartTimes Of(double[] seconds) => new(seconds);

    public static PartTimes operator +(PartTimes left, PartTimes right) => left.With(right, 1);

    public static PartTimes operator -(PartTimes left, PartTimes right) => left.With(right, -1);

    public static PartTimes operator *(PartTimes times, double factor) => default(PartTimes).With(times, factor);

    public bool Equals(PartTimes other)
    {
        for (var part = RecoveryPart.Unnoticed; part <= RecoveryPart.Rest; part++)
        {
            if (this[part] != other[part]) return false;
        }

        return true;
    }

    public override int GetHashCode() => Total.GetHashCode();

    private PartTimes With(PartTimes other, double factor)
    {
        if (other._seconds is null) return this;
        var sum = new double[Parts];
        for (var i = 0; i < Parts; i++) sum[i] = (_seconds?[i] ?? 0) + (factor * other._seconds[i]);
        return new PartTimes(sum);
    }
}
