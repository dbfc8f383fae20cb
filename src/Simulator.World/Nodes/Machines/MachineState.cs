using Simulator.World.Places;

namespace Simulator.World.Nodes.Machines;

/// <summary>How a machine is: whether it hangs, how slow it is, whether its disk has room and its container runtime answers.</summary>
/// <remarks>Troubles of a kind overlap and are counted.</remarks>
internal sealed class MachineState(string name, string zone) : IMachine
{
    private readonly List<double> _slowdowns = [];
    private TimeSpan _frozenSince;
    private int _freezes;
    private int _runtimeOutages;
    private int _fullDisks;

    public string Name => name;

    public string Zone => zone;

    public bool IsGone { get; set; }

    /// <summary>Bytes.</summary>
    public long Memory { get; set; }

    /// <summary>Bytes that pods may use: the rest is the system's.</summary>
    public long MemoryForPods { get; set; }

    public bool IsFrozen => _freezes > 0;

    /// <summary>How long it has hung so far, up to the last time that it went on.</summary>
    public TimeSpan TimeFrozen { get; private set; }

    /// <summary>How many times longer everything takes that it does: the worst of the slowdowns under way; at least 1.</summary>
    public double Slowness { get; private set; } = 1;

    public bool IsRuntimeUp => _runtimeOutages == 0;

    public bool IsDiskFull => _fullDisks > 0;

    /// <summary>What takes so long usually, at the machine's present pace.</summary>
    public TimeSpan Slowed(TimeSpan usual) => usual.Times(Slowness);

    /// <summary>True if it went until now.</summary>
    public bool Freeze(TimeSpan now)
    {
        if (++_freezes > 1) return false;
        _frozenSince = now;
        return true;
    }

    /// <summary>How long it has hung if it goes on now; null if it hangs still.</summary>
    public TimeSpan? Thaw(TimeSpan now)
    {
        if (--_freezes > 0) return null;
        var lasted = now - _frozenSince;
        TimeFrozen += lasted;
        return lasted;
    }

    public void SlowDown(double factor)
    {
        _slowdowns.Add(factor);
        Slowness = Math.Max(1, _slowdowns.Max());
    }

    /// <summary>Ends one slowdown by this factor.</summary>
    public void Recover(double factor)
    {
        _slowdowns.Remove(factor);
        Slowness = _slowdowns.Count == 0 ? 1 : Math.Max(1, _slowdowns.Max());
    }

    /// <summary>True if it answered until now.</summary>
    public bool StopRuntime() => ++_runtimeOutages == 1;

    /// <summary>True if it answers from now on.</summary>
    public bool StartRuntime() => --_runtimeOutages == 0;

    public void FillDisk() => _fullDisks++;

    public void FreeDisk() => _fullDisks--;
}
