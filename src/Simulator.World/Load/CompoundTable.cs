namespace Simulator.World.Load;

/// <summary>
/// Waiting times of a single server (M/G/1) by the formula of Pollaczek and Khinchine: with N others found, geometric, the sum of N
/// residual service times. Computed on a grid, in units of the mean service time.
/// </summary>
internal sealed class CompoundTable
{
    /// <summary>Tables are made for so many steps of utilization.</summary>
    public const int Steps = 400;

    /// <summary>Above it a table would be longer than what it is good for.</summary>
    public const double UtilizationMax = 1 - (1.0 / Steps);

    private const int Points = 1500;

    private readonly double _step;
    private readonly double[] _above = new double[Points];

    public CompoundTable(ServiceTimes times, double utilization)
    {
        var squared = times.Variation * times.Variation;
        _step = (1 + squared) / 2 / (1 - utilization) * 12 / Points;
        var residual = Residual(times);
        var waits = new double[Points];
        waits[0] = (1 - utilization) / (1 - (utilization * residual[0]));
        var left = 1 - waits[0];
        for (var n = 0; n < Points; n++)
        {
            if (n > 0) left -= waits[n] = Next(waits, residual, n, utilization);
            _above[n] = Math.Max(left, 0);
        }

        Share = utilization;
    }

    /// <summary>Of requests that wait.</summary>
    public double Share { get; }

    /// <summary>Share of requests that wait longer; beyond the grid the tail goes on as it ends.</summary>
    public double Above(double time)
    {
        // What lies at a grid point stands for half a step on both sides of it.
        var place = (time / _step) - 0.5;
        if (place < 0) return Share + ((_above[0] - Share) * (place + 0.5) * 2);
        if (place >= Points - 1) return _above[^200] * Math.Exp(Decay * (place - (Points - 200)));
        var n = (int)place;
        return _above[n] + ((_above[n + 1] - _above[n]) * (place - n));
    }

    private double Decay => Math.Log(_above[^200] / _above[^600]) / 400;

    private static double Next(double[] waits, double[] residual, int n, double utilization)
    {
        var sum = 0.0;
        var last = Math.Min(n, residual.Length - 1);
        for (var k = 1; k <= last; k++) sum += residual[k] * waits[n - k];
        return utilization * sum / (1 - (utilization * residual[0]));
    }

    /// <summary>
    /// The rest of a service time that an arrival meets, on the grid: each bit of it is split between its two neighbours.
    /// </summary>
    private double[] Residual(ServiceTimes times)
    {
        var masses = new double[Points];
        var (below, before) = (0.0, 0.0);
        for (var n = 0; n < Points; n++)
        {
            var here = times.ResidualBelow((n + 1) * _step) - below;
            masses[n] = (before + here) / 2;
            (below, before) = (below + here, here);
        }

        var last = Array.FindLastIndex(masses, mass => mass > 1e-12);
        return masses[..(last + 1)];
    }
}
