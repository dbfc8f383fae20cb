using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Simulator.World.Load;

/// <summary>M/M/c/K: only so many may wait, and one more is refused. Taken for service times of any spread.</summary>
public sealed class BoundedWait : WaitLaw
{
    private const double ExactMax = 50;

    private readonly double _utilization;
    private readonly double _capacity;
    private readonly double _places;

    /// <summary>Weight of each number of free places, over the weight of "all servers busy, nobody waits".</summary>
    private readonly double _accepted;

    private BoundedWait(in PodQueue queue, double perSecond, double idle)
    {
        (_utilization, _capacity, _places) = (queue.UtilizationAt(perSecond), queue.Capacity, queue.WaitingMax);
        // Above capacity all weights are taken relative to the full queue, so that none overflows.
        var scale = _utilization > 1 ? Math.Pow(_utilization, -_places) : 1;
        var full = _utilization > 1 ? 1 : Math.Pow(_utilization, _places);
        _accepted = (idle * scale) + SumOfPowers(_utilization, _places);
        LossShare = full / (_accepted + full);
        MeanWaiting = WeightedSum(_utilization, _places) / (_accepted + full);
    }

    public override double LossShare { get; }

    public override double MeanWaiting { get; }

    /// <summary>Of a geometric distribution, from the floor or from the bound, or of one that is even between them.</summary>
    public override double VarianceWaiting
    {
        get
        {
            var ratio = Math.Min(_utilization, 1 / _utilization);
            return Math.Min(ratio / ((1 - ratio) * (1 - ratio)), _places * _places / 12);
        }
    }

    public static BoundedWait At(in PodQueue queue, double perSecond) =>
        new(queue, perSecond, (1 / Erlang.Blocking(perSecond * queue.ServiceSeconds, queue.Servers)) - 1);

    /// <summary>Who finds j others waiting waits for j + 1 departures.</summary>
    public override double Above(double seconds)
    {
        if (_places < 1) return 0;
        if (seconds <= 0) return SumOfPowers(_utilization, _places) / _accepted;
        var departures = _capacity * seconds;
        return Math.Max(0, WaitingSum(departures)) / _accepted;
    }

    private double WaitingSum(double departures)
    {
        var (ratio, rest) = (_utilization, Fewer(_places, departures));
        if (Math.Abs(1 - ratio) < 1e-6)
        {
            return (_places * rest) - (departures * (_places > 1 ? Fewer(_places - 1, departures) : 0));
        }
        if (ratio < 1)
        {
            var first = Math.Exp(-departures * (1 - ratio)) * Fewer(_places, departures * ratio);
            return (first - (Math.Pow(ratio, _places) * rest)) / (1 - ratio);
        }

        var fewer = Fewer(_places, departures * ratio);
        var above = fewer > 0 ? Math.Exp((-_places * Math.Log(ratio)) + (departures * (ratio - 1)) + Math.Log(fewer)) : 0;
        return (rest - above) / (ratio - 1);
    }

    /// <summary>Probability of fewer events than a number, of which so many are expected (Poisson).</summary>
    private static double Fewer(double number, double expected)
    {
        if (expected <= 0) return 1;
        if (number <= ExactMax) return SpecialFunctions.GammaUpperRegularized(number, expected);
        // Wilson and Hilferty (1931): the cube root is nearly normal; within 0.0002 here, and a hundred times faster.
        return Normal.CDF(0, 1, 3 * Math.Sqrt(number) * (1 - (1 / (9 * number)) - Math.Cbrt(expected / number)));
    }

    /// <summary>Of the ratio, from 0 to below the number; over the highest of them above capacity.</summary>
    private static double SumOfPowers(double ratio, double number) => ratio switch
    {
        _ when Math.Abs(1 - ratio) < 1e-6 => number,
        < 1 => (1 - Math.Pow(ratio, number)) / (1 - ratio),
        _ => (1 - Math.Pow(ratio, -number)) / (ratio - 1),
    };

    /// <summary>j times the ratio to the power of j, from 1 to the number; scaled likewise.</summary>
    private static double WeightedSum(double ratio, double number)
    {
        if (Math.Abs(1 - ratio) < 1e-6) return number * (number + 1) / 2;
        if (ratio < 1)
        {
            var power = Math.Pow(ratio, number);
            return ratio * (1 - ((number + 1) * power) + (number * power * ratio)) / ((1 - ratio) * (1 - ratio));
        }

        var inverse = 1 / ratio;
        // From the full queue downwards: sum over m of (number - m) inverse^m.
        return (number * SumDown(inverse, number)) - WeightedSum(inverse, number);
    }

    private static double SumDown(double ratio, double number) => (1 - Math.Pow(ratio, number + 1)) / (1 - ratio);
}
