namespace Simulator.World.Traffic.Serving;

/// <summary>Of the answers that come in time: quantiles in seconds. Of all tries that are taken: shares.</summary>
internal sealed class Latencies(double[] quantiles)
{
    /// <summary>Shares of the answers that come faster than the quantiles.</summary>
    public static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

    public IReadOnlyList<double> Quantiles => quantiles;

    /// <summary>Share that comes after the time-out.</summary>
    public double Late { get; init; }

    /// <summary>Share that is slow, and in time.</summary>
    public double Slow { get; init; }

    public double P50 => quantiles[2];

    public double P95 => quantiles[5];

    public double P99 => quantiles[6];

    /// <summary>Nobody asks.</summary>
    public static Latencies None { get; } = AtTimeout(0, 0);

    /// <summary>The same after a way through the network that takes so long.</summary>
    public Latencies Later(double seconds)
    {
        var later = new double[quantiles.Length];
        for (var i = 0; i < later.Length; i++) later[i] = quantiles[i] + seconds;
        return new Latencies(later) { Late = Late, Slow = Slow };
    }

    /// <summary>Share of the answers in time that take longer, straight between the quantiles.</summary>
    public double ShareAbove(double seconds)
    {
        var (low, faster) = (0.0, 0.0);
        for (var i = 0; i < quantiles.Length; i++)
        {
            if (seconds < quantiles[i])
            {
                return 1 - faster - ((Shares[i] - faster) * Math.Max(0, seconds - low) / (quantiles[i] - low));
            }
            (low, faster) = (quantiles[i], Shares[i]);
        }

        return 0;
    }

    /// <summary>Nothing is answered in time: users wait for the time-out.</summary>
    public static Latencies AtTimeout(double seconds, double late = 1)
    {
        var quantiles = new double[Shares.Length];
        Array.Fill(quantiles, seconds);
        return new Latencies(quantiles) { Late = late };
    }
}
