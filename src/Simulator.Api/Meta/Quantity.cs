namespace Simulator.Api;

/// <summary>An amount of a resource, exact to a billionth of a unit (the finest step that Kubernetes keeps).</summary>
/// <remarks>pkg/api/resource/quantity.go of 1.3.10: finer amounts round up on reading.</remarks>
public readonly record struct Quantity(Int128 Nanos) : IComparable<Quantity>
{
    public static readonly Quantity Zero = new(0);

    /// <summary>The amount in whole units, rounded up, as the scheduler counts memory, pods and GPUs.</summary>
    public long Value => CeilingDivide(1_000_000_000);

    /// <summary>The amount in thousandths, rounded up, as the scheduler counts CPU.</summary>
    public long MilliValue => CeilingDivide(1_000_000);

    public static Quantity FromUnits(long units) => new((Int128)units * 1_000_000_000);

    public static Quantity FromMilli(long milli) => new((Int128)milli * 1_000_000);

    public int CompareTo(Quantity other) => Nanos.CompareTo(other.Nanos);

    private long CeilingDivide(long divisor)
    {
        var quotient = Nanos / divisor;
        if (Nanos > 0 && Nanos % divisor != 0) quotient++;
        return quotient > long.MaxValue ? long.MaxValue : quotient < long.MinValue ? long.MinValue : (long)quotient;
    }
}
