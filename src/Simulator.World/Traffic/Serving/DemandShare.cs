using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>CPU that the pods of an application use together, whatever requests come: each that serves takes as much.</summary>
internal sealed class DemandShare(IReadOnlyList<DemandStep> steps)
{
    private double _coreSecondsEach;
    private TimeSpan _at;
    private int _step = -1;

    /// <summary>Pods that serve.</summary>
    public int Count { get; private set; }

    /// <summary>Of each, now.</summary>
    public double MilliCpuAt(TimeSpan now)
    {
        AdvanceTo(now);
        return Each;
    }

    /// <summary>Of one that has served all the time.</summary>
    public double CoreSecondsAt(TimeSpan now)
    {
        AdvanceTo(now);
        return _coreSecondsEach;
    }

    public void Change(int pods, TimeSpan now)
    {
        AdvanceTo(now);
        Count += pods;
    }

    private double Each => Count == 0 || _step < 0 ? 0 : steps[_step].MilliCpu / Count;

    private void AdvanceTo(TimeSpan now)
    {
        while (_step + 1 < steps.Count && steps[_step + 1].At <= now)
        {
            Use(steps[_step + 1].At);
            _step++;
        }

        Use(now);
    }

    private void Use(TimeSpan until)
    {
        if (until <= _at) return;
        _coreSecondsEach += Each / 1000 * (until - _at).TotalSeconds;
        _at = until;
    }
}
