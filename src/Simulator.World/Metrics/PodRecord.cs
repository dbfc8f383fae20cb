using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>What a sampler keeps of one pod. Samples are numbered: what was not written in the last one is forgotten.</summary>
internal sealed class PodRecord
{
    private IPodMeter? _meter;
    private double _milliCpu;
    private long _valuedIn = -1;

    /// <summary>Its last version that was looked at.</summary>
    public required Pod Pod { get; set; }

    /// <summary>Core-seconds at the sample <see cref="CountedIn"/>.</summary>
    public double Counter { get; private set; }

    public long CountedIn { get; private set; } = -1;

    /// <summary>The moment that its value is stamped with.</summary>
    public Instant Stamp { get; private set; }

    /// <summary>Its value in whole millicores.</summary>
    public long WholeMilliCpu => Measurement.Whole(_milliCpu);

    public bool IsValuedIn(long sample) => _valuedIn == sample;

    /// <summary>The sample has counted or valued it.</summary>
    public bool IsOf(long sample) => CountedIn == sample || _valuedIn == sample;

    /// <summary>Its meter, for this version of the pod.</summary>
    public void Meet(Pod pod, IPodUsage usage) => (Pod, _meter) = (pod, usage.MeterOf(pod));

    public double MilliCpu(IPodUsage usage, TimeSpan now) => MeterFrom(usage)?.MilliCpuAt(now) ?? 0;

    public double CoreSeconds(IPodUsage usage, TimeSpan now) => MeterFrom(usage)?.CoreSecondsAt(now) ?? 0;

    public void Count(double counter, long sample) => (Counter, CountedIn) = (counter, sample);

    public void Value(double milliCpu, Instant stamp, long sample) =>
        (_milliCpu, Stamp, _valuedIn) = (milliCpu, stamp, sample);

    /// <summary>Null if the sample has no value of it.</summary>
    public PodMetrics? Tell(long sample) => _valuedIn == sample ? Measurement.Of(Pod, Stamp, _milliCpu) : null;

    private IPodMeter? MeterFrom(IPodUsage usage) => _meter ??= usage.MeterOf(Pod);
}
