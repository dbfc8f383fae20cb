using System.Runtime.InteropServices;

namespace Simulator.World.Traffic.Serving;

/// <summary>The latencies of many moments together, in bins that are 2 % wide.</summary>
internal sealed class LatencyHistogram
{
    private const double Lowest = 1e-7;
    private const double Width = 0.02;
    private const int Bins = 1700;

    /// <summary>Parts of what lies between two quantiles.</summary>
    private const int Parts = 6;

    private const int WaitingMax = 512;

    private readonly double[] _bins = new double[Bins];
    private readonly Dictionary<Latencies, double> _waiting = [];

    public bool IsEmpty => _waiting.Count == 0 && Array.TrueForAll(_bins, bin => bin == 0);

    /// <param name="answers">That came in time.</param>
    public void Add(double answers, Latencies latencies)
    {
        if (answers <= 0) return;
        // Most moments are like one before: they are only counted.
        if (_waiting.Count >= WaitingMax) Spread();
        CollectionsMarshal.GetValueRefOrAddDefault(_waiting, latencies, out _) += answers;
    }

    /// <returns>Seconds.</returns>
    public double Quantile(double share)
    {
        Spread();
        var (target, sum) = (share * _bins.Sum(), 0.0);
        for (var bin = 0; bin < Bins; bin++)
        {
            sum += _bins[bin];
            if (sum >= target) return Lowest * Math.Exp((bin + 0.5) * Width);
        }

        return 0;
    }

    private void Spread()
    {
        foreach (var (latencies, answers) in _waiting) Spread(latencies, answers);
        _waiting.Clear();
    }

    /// <summary>Between two quantiles evenly by the logarithm; below the first and above the last at these.</summary>
    private void Spread(Latencies latencies, double answers)
    {
        var quantiles = latencies.Quantiles;
        Put(quantiles[0], answers * Latencies.Shares[0]);
        Put(quantiles[^1], answers * (1 - Latencies.Shares[^1]));
        for (var i = 1; i < quantiles.Count; i++)
        {
            var (low, high) = (Math.Max(quantiles[i - 1], Lowest), Math.Max(quantiles[i], Lowest));
            var each = answers * (Latencies.Shares[i] - Latencies.Shares[i - 1]) / Parts;
            for (var part = 0; part < Parts; part++) Put(low * Math.Pow(high / low, (part + 0.5) / Parts), each);
        }
    }

    private void Put(double seconds, double answers) =>
        _bins[Math.Clamp((int)(Math.Log(Math.Max(seconds, Lowest) / Lowest) / Width), 0, Bins - 1)] += answers;
}
