using MathNet.Numerics.Distributions;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Rates;

/// <summary>What a rate differs by from its curve: normal, forgotten in the course of some minutes.</summary>
internal sealed class RateNoise(TrafficSpec spec, RandomStream stream)
{
    private TimeSpan _drawnAt = TimeSpan.MinValue;
    private double _deviation;

    /// <summary>The rate is multiplied by it, from 0.</summary>
    public double Factor { get; private set; } = 1;

    public void Draw(TimeSpan now)
    {
        var kept = _drawnAt == TimeSpan.MinValue ? 0 : Math.Exp(-((now - _drawnAt) / spec.NoiseMemory));
        _deviation = (kept * _deviation) + (Math.Sqrt(1 - (kept * kept)) * Normal.Sample(stream.ForMathNet, 0, 1));
        (_drawnAt, Factor) = (now, Math.Max(0, 1 + (spec.Noise * _deviation)));
    }
}
