using MathNet.Numerics.Distributions;

namespace Simulator.World.Load;

/// <summary>How the times of serving one request are spread around their mean of 1: a gamma distribution.</summary>
/// <remarks>Keeps the tables that are computed from it, so one instance serves all pods of an application.</remarks>
public sealed class ServiceTimes
{
    /// <summary>Upper ends of the pieces: finer towards the tail, which decides the high percentiles.</summary>
    private static readonly double[] Shares =
    [
        0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.935, 0.95,
        0.96, 0.968, 0.975, 0.981, 0.986, 0.99, 0.993, 0.9955, 0.9975, 0.999, 0.9997, 1,
    ];

    private readonly Dictionary<int, CompoundTable> _compounds = [];
    private readonly Gamma? _gamma;

    /// <param name="variation">Standard deviation over mean: 1 exponential, 0 constant; at most 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variation is not between 0 and 10.</exception>
    public ServiceTimes(double variation)
    {
        if (variation is not (>= 0 and <= 10)) throw new ArgumentOutOfRangeException(nameof(variation), variation, "From 0 to 10.");
        Variation = variation;
        if (variation > 0) _gamma = new Gamma(1 / (variation * variation), 1 / (variation * variation));
        (Pieces, Weights) = variation == 0 ? ([1], [1]) : Cut();
    }

    public double Variation { get; }

    public bool IsExponential => Variation == 1;

    /// <summary>Mean times of the pieces that stand for the whole distribution.</summary>
    public IReadOnlyList<double> Pieces { get; }

    /// <summary>Share of requests in each piece.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Share of requests that take longer than a time.</summary>
    public double Above(double time) =>
        IsExponential ? Math.Exp(-time) : _gamma is { } gamma ? 1 - gamma.CumulativeDistribution(time) : time < 1 ? 1 : 0;

    /// <summary>Share of arrivals at a busy server that meet less than a time of it left.</summary>
    public double ResidualBelow(double time) =>
        _gamma is null ? Math.Min(time, 1) : (time * Above(time)) + MeanBelow(time);

    /// <summary>The waits of a single server that is busy for a share of its time, in units of the mean service time.</summary>
    internal CompoundTable CompoundAt(int step)
    {
        if (_compounds.TryGetValue(step, out var table)) return table;
        table = new CompoundTable(this, (double)step / CompoundTable.Steps);
        _compounds.Add(step, table);
        return table;
    }

    private (double[] Pieces, double[] Weights) Cut()
    {
        var (pieces, weights) = (new double[Shares.Length], new double[Shares.Length]);
        var (below, mass) = (0.0, 0.0);
        for (var i = 0; i < Shares.Length; i++)
        {
            var end = Shares[i] < 1 ? _gamma!.InverseCumulativeDistribution(Shares[i]) : double.PositiveInfinity;
            var part = MeanBelow(end);
            weights[i] = Shares[i] - below;
            pieces[i] = (part - mass) / weights[i];
            (below, mass) = (Shares[i], part);
        }

        return (pieces, weights);
    }

    /// <summary>The part of the mean that times up to an end make: a gamma distribution with one more in its shape.</summary>
    private double MeanBelow(double end) =>
        double.IsInfinity(end) ? 1 : new Gamma(_gamma!.Shape + 1, _gamma.Rate).CumulativeDistribution(end);
}
