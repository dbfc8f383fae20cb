namespace Simulator.World.Load;

/// <param name="MilliCpu">Thousandths of a core that it would use if it could.</param>
/// <param name="Request">Thousandths of a core that it requests.</param>
public readonly record struct CpuWish(double MilliCpu, double Request);

/// <summary>How a kernel shares a CPU among those who want more than there is: by their requests (cgroup cpu.shares).</summary>
public static class CpuShares
{
    /// <summary>The kernel's smallest weight: 2 of 1024 for a core.</summary>
    private const double RequestMin = 2 * 1000 / 1024.0;

    /// <summary>Null if there is enough for everybody.</summary>
    /// <returns>Thousandths of a core for each: what it wants, or its share of what is left by those who want less than theirs.</returns>
    public static double[]? Of(double milliCpu, ReadOnlySpan<CpuWish> wishes)
    {
        var (left, weights) = (milliCpu, 0.0);
        var wanted = 0.0;
        foreach (var wish in wishes)
        {
            wanted += wish.MilliCpu;
            weights += Weight(wish);
        }

        if (wanted <= milliCpu) return null;
        var given = new double[wishes.Length];
        Array.Fill(given, -1);
        for (var isOver = false; !isOver;)
        {
            isOver = true;
            var each = left / weights;
            for (var i = 0; i < wishes.Length; i++)
            {
                if (given[i] >= 0 || wishes[i].MilliCpu > each * Weight(wishes[i])) continue;
                given[i] = wishes[i].MilliCpu;
                left -= given[i];
                weights -= Weight(wishes[i]);
                isOver = false;
            }
        }

        for (var i = 0; i < wishes.Length; i++)
        {
            if (given[i] < 0) given[i] = left * Weight(wishes[i]) / weights;
        }

        return given;
    }

    private static double Weight(CpuWish wish) => Math.Max(RequestMin, wish.Request);
}
