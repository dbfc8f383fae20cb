using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>Sums up what CPU pods with a load used and requested, from one moment at which it is told to the next.</summary>
internal sealed class CpuFold
{
    private readonly List<CpuSample> _samples = [];

    /// <summary>In their order, one after the other.</summary>
    public IReadOnlyList<CpuSample> Samples => _samples;

    public CpuHours Total { get; private set; }

    /// <summary>Clusters and pools tell at the same moments.</summary>
    public void Add(TimeSpan at, CpuHours hours)
    {
        Total += hours;
        if (_samples.Count > 0 && _samples[^1].Until == at) _samples[^1] = _samples[^1] with { Hours = _samples[^1].Hours + hours };
        else _samples.Add(new CpuSample(_samples.Count > 0 ? _samples[^1].Until : TimeSpan.Zero, at, hours));
    }
}

/// <summary>Core-hours of pods with a load.</summary>
public readonly record struct CpuHours(double Used, double Requested)
{
    private const double MillisecondsOfAnHour = 3.6e6;

    public static CpuHours operator +(CpuHours left, CpuHours right) =>
        new(left.Used + right.Used, left.Requested + right.Requested);

    internal static CpuHours Of(in Observation fact) => new(fact.Value / MillisecondsOfAnHour, fact.Extra / MillisecondsOfAnHour);
}

/// <summary>A piece of a run.</summary>
public sealed record CpuSample(TimeSpan From, TimeSpan Until, CpuHours Hours)
{
    /// <summary>Cores, on average.</summary>
    public double Used => Hours.Used / (Until - From).TotalHours;

    /// <summary>Cores, on average.</summary>
    public double Requested => Hours.Requested / (Until - From).TotalHours;
}
