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

    /// <summary>Reads <c>100m</c>, <c>1.5</c>, <c>1e3</c>, <c>2Gi</c> and so on.</summary>
    /// <exception cref="FormatException">Not a quantity.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity) ? quantity : throw new FormatException($"'{text}' is not a quantity");

    /// <summary>As <see cref="Parse"/>; false if the text is not a quantity.</summary>
    public static bool TryParse(string text, out Quantity quantity) => QuantityText.TryParse(text, out quantity);

    public int CompareTo(Quantity other) => Nanos.CompareTo(other.Nanos);

    /// <summary>
    /// The shortest form with a suffix that reads back as the same amount: <c>100m</c>, <c>1500m</c>, <c>1Gi</c>, <c>5k</c>.
    /// </summary>
    public override string ToString() => QuantityText.Format(this);

    private long CeilingDivide(long divisor)
    {
        // 128-bit division is slow, and all but the largest amounts of memory do without.
        if (Nanos >= 0 && Nanos <= long.MaxValue) return ((long)Nanos / divisor) + ((long)Nanos % divisor != 0 ? 1 : 0);
        var quotient = Nanos / divisor;
        if (Nanos > 0 && Nanos % divisor != 0) quotient++;
        return quotient > long.MaxValue ? long.MaxValue : quotient < long.MinValue ? long.MinValue : (long)quotient;
    }
}
