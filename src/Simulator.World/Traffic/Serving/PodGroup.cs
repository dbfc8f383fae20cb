using Simulator.World.Load;

namespace Simulator.World.Traffic.Serving;

/// <summary>Pods of a service that have the same load and the same past: one computation for all of them.</summary>
internal sealed class PodGroup(LoadProfile profile, PodLoad pod, double[] weights)
{
    private static readonly TimeSpan Never = TimeSpan.MinValue;

    /// <summary>Core-seconds of each of its pods, up to the moment told last.</summary>
    private double _coreSeconds;
    private TimeSpan _at;

    // What was read last: all its pods are read in one moment.
    private double _read;
    private TimeSpan _readAt = Never;

    public LoadProfile Profile => profile;

    public PodLoad Pod => pod;

    /// <summary>Share of the tries of each flow that goes to each of its pods.</summary>
    public double[] Weights => weights;

    /// <summary>Thousandths of a core that each can have at most; infinite: as much as it likes.</summary>
    public double MilliCpuMost { get; init; } = double.PositiveInfinity;

    public double Slowness { get; init; } = 1;

    /// <summary>Requests a second that other services send to each.</summary>
    public double FromOthers { get; init; }

    /// <summary>All of them have just begun to serve.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The group that its first pod was in.</summary>
    public PodGroup? Before { get; set; }

    public List<Backend> Members { get; } = [];

    /// <summary>Thousandths of a core that the requests of each use, now.</summary>
    public double MilliCpu => pod.Served * profile.CoresPerRequest * 1000;

    /// <summary>Requests in each of its pods.</summary>
    public double Present => pod.MeanWaiting + (pod.Served * pod.Queue.ServiceSeconds);

    /// <summary>What it wished when its machines were told last.</summary>
    public double MilliCpuTold { get; set; }

    /// <summary>Thousandths of a core that each would use on a machine of its own.</summary>
    public double MilliCpuWished
    {
        get
        {
            var full = profile.MilliCpuMax / Slowness;
            if (!pod.IsSettled) return full;
            return Math.Min(full, profile.Spec.IdleMilliCpu + (pod.PerSecond * profile.CoresPerRequest * 1000));
        }
    }

    /// <summary>Of the requests of one pod in the group, since the group began.</summary>
    public double CoreSecondsAt(TimeSpan now)
    {
        if (_readAt == now) return _read;
        _readAt = now;
        return _read = _coreSeconds + (MilliCpu / 1000 * (now - _at).TotalSeconds);
    }

    public void Begin(TimeSpan now) => (_at, _readAt) = (now, Never);

    public void AdvanceTo(TimeSpan now)
    {
        _coreSeconds = CoreSecondsAt(now);
        pod.Advance((now - _at).TotalSeconds);
        (_at, _readAt) = (now, Never);
    }

    public void Change(double perSecond)
    {
        pod.Change(profile.QueueWith(MilliCpuMost, Slowness), perSecond);
        _readAt = Never;
    }
}
