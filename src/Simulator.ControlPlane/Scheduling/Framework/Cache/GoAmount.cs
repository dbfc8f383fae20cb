using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Quantities as the scheduler's 64 bits hold them (resource.Quantity of 1.20).</summary>
internal static class GoAmount
{
    private const long NanosAMilli = 1_000_000;

    /// <summary>Written with a binary suffix from here on, a number is kept with all its digits, which then wrap around.</summary>
    private const long LargeBinary = 1L << 50;

    /// <summary>
    /// Thousandths, rounded up. Where they exceed 64 bits a number of up to 18 digits counts as 0, and another wraps around.
    /// </summary>
    public static long Milli(Quantity quantity)
    {
        var milli = quantity.Nanos / NanosAMilli;
        if (quantity.Nanos > 0 && quantity.Nanos % NanosAMilli != 0) milli++;
        if (milli >= long.MinValue && milli <= long.MaxValue) return (long)milli;
        return HasAllDigits(quantity.Nanos / 1_000_000_000) ? unchecked((long)milli) : 0;
    }

    /// <summary>How it was written is no longer known: what a decimal suffix or 18 digits can say is taken for that.</summary>
    private static bool HasAllDigits(Int128 units) => units % LargeBinary == 0 || (units > 999_999_999_999_999_999 && units % 1000 != 0);
}
