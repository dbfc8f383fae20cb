using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Places;

namespace Simulator.World.Nodes;

/// <summary>A machine: where it stands, whether it runs, whether it reaches the API server, and when its kubelet last reported.</summary>
/// <remarks>Heartbeats of a healthy node are arithmetic: no event happens for them.</remarks>
public sealed class SimulatedNode(string name, string zone, string rack, TimeSpan heartbeatPhase, TimeSpan heartbeatPeriod) : IMachine
{
    private readonly HeartbeatRhythm _rhythm = new(heartbeatPhase, heartbeatPeriod);
    private TimeSpan _beatsFrom;
    private TimeSpan? _lastBeat;
    private bool _isBeating;
    private readonly List<double> _slowdowns = [];
    private TimeSpan _frozenSince;
    private int _runtimeOutages;
    private int _fullDisks;
    private (TimeSpan From, TimeSpan To, TimeSpan? LastBeat) _deafServer = (TimeSpan.MinValue, TimeSpan.MinValue, null);

    public string Name { get; } = name;

    public string Zone { get; } = zone;

    public string Rack { get; } = rack;

    /// <summary>Power distribution unit, <c>ZONE-pNN</c>.</summary>
    public string PowerUnit { get; init; } = "";

    /// <summary>Name of its node pool.</summary>
    public string Pool { get; init; } = "";

    /// <summary>Bytes of the machine.</summary>
    public long Memory { get; init; }

    /// <summary>Bytes that pods may use: the rest is the system's.</summary>
    public long MemoryForPods { get; init; }

    /// <summary>Troubles that keep the machine off; it runs at 0.</summary>
    public int PowerLosses
    {
        get;
        set
        {
            field = value;
            ConnectionChanged?.Invoke(this);
        }
    }

    /// <summary>Troubles that keep the kubelet from the API server; it is connected at 0.</summary>
    public int NetworkCuts
    {
        get;
        set
        {
            field = value;
            ConnectionChanged?.Invoke(this);
        }
    }

    /// <summary>Share of the requests to its pods that fail although they serve (a grey node answers too late), from 0 to 1.</summary>
    public double FailingShare
    {
        get;
        set
        {
            field = value;
            ConnectionChanged?.Invoke(this);
        }
    }

    /// <summary>Troubles that make the machine hang; it runs at 0.</summary>
    public int Freezes
    {
        get;
        private set
        {
            field = value;
            ConnectionChanged?.Invoke(this);
        }
    }

    public bool IsFrozen => Freezes > 0;

    /// <summary>How long it has hung so far, up to the last time that it went on.</summary>
    public TimeSpan TimeFrozen { get; private set; }

    /// <summary>The cloud has taken the machine away.</summary>
    public bool IsGone { get; set; }

    /// <summary>The machine runs and nothing cuts it off.</summary>
    public bool IsConnected => PowerLosses == 0 && NetworkCuts == 0 && Freezes == 0;

    /// <summary>How many times longer everything takes that its machine does: the worst of the slowdowns under way; at least 1.</summary>
    public double Slowness { get; private set; } = 1;

    /// <summary>Its container runtime answers.</summary>
    public bool IsRuntimeUp => _runtimeOutages == 0;

    public bool IsDiskFull => _fullDisks > 0;

    /// <summary>Told each change of power, connection and failing share.</summary>
    internal Action<SimulatedNode>? ConnectionChanged { get; set; }

    internal Kubelet Kubelet { get; set; } = null!;

    /// <summary>The kubelet runs and reaches the API server: its status is written every period.</summary>
    public bool IsBeating => _isBeating;

    public void StartBeating(TimeSpan now)
    {
        if (_isBeating) return;
        _isBeating = true;
        _beatsFrom = now;
    }

    public void StopBeating(TimeSpan now)
    {
        if (!_isBeating) return;
        _lastBeat = LastBeat(now);
        _isBeating = false;
    }

    /// <summary>It has no power, and has had none since that moment.</summary>
    public void HasBeenSilentSince(TimeSpan lastBeat)
    {
        PowerLosses++;
        (_isBeating, _lastBeat) = (false, lastBeat);
    }

    /// <summary>It hangs: nothing on it moves.</summary>
    public void Freeze(TimeSpan now)
    {
        if (++Freezes > 1) return;
        _frozenSince = now;
        Kubelet.Hang.Begin();
    }

    /// <summary>It goes on where it stood, with a clock that has run on.</summary>
    public void Thaw(TimeSpan now)
    {
        if (--Freezes > 0) return;
        TimeFrozen += now - _frozenSince;
        Kubelet.Hang.End(now - _frozenSince);
    }

    /// <summary>A grey failure: starts, stops, pulls, status writes and answers to probes take so many times longer; its heartbeats come in time.</summary>
    public void SlowDown(double factor)
    {
        _slowdowns.Add(factor);
        SlownessIs(_slowdowns.Max());
    }

    /// <summary>Ends one slowdown by this factor.</summary>
    public void Recover(double factor)
    {
        _slowdowns.Remove(factor);
        SlownessIs(_slowdowns.Count == 0 ? 1 : _slowdowns.Max());
    }

    /// <summary>Its kubelet starves: each status write comes so much later than it should, and nodes may be marked for it.</summary>
    public void DelayBeats(IDistribution delay, RandomStream stream, TimeSpan now) => _rhythm.Starve(delay, stream, now);

    /// <summary>Ends one such delay: the next regular write comes in time.</summary>
    public void EndDelay(IDistribution delay, TimeSpan now)
    {
        _rhythm.EndStarvation(delay, now);
        Kubelet.Context.NodeStatusChanged?.Invoke(this);
    }

    /// <summary>Containers run on, but none can be started, stopped or looked at.</summary>
    public void StopRuntime()
    {
        if (++_runtimeOutages == 1) Kubelet.Runtime.OnDown();
    }

    public void StartRuntime()
    {
        if (--_runtimeOutages == 0) Kubelet.Runtime.OnUp();
    }

    /// <summary>Images cannot be pulled, and no new pod is accepted.</summary>
    public void FillDisk()
    {
        _fullDisks++;
        Kubelet.Context.NodeStatusChanged?.Invoke(this);
    }

    public void FreeDisk()
    {
        _fullDisks--;
        Kubelet.Context.NodeStatusChanged?.Invoke(this);
    }

    /// <summary>The disk is replaced by an empty one: images and containers are gone, the containers start again.</summary>
    public void LoseDisk() => Kubelet.Accidents.LoseDisk();

    /// <summary>All containers of the pod end with exit code 1. False if no such pod runs here.</summary>
    public bool CrashPod(ObjectKey pod) => Kubelet.Accidents.Crash(pod);

    /// <summary>All containers of the pod run on and answer nobody, until they are restarted. False if no such pod runs here.</summary>
    public bool HangPod(ObjectKey pod) => Kubelet.Accidents.Hang(pod);

    /// <summary>The network container of the pod dies, and with it all containers: they start anew, init containers first. False if no such pod runs here.</summary>
    public bool KillSandbox(ObjectKey pod) => Kubelet.Accidents.KillSandbox(pod);

    /// <summary>The API server that it is connected to hangs.</summary>
    public bool IsServerFrozen => _rhythm.IsHeld;

    /// <summary>The API server that it is connected to hangs: the next status write waits there.</summary>
    public void ServerFreezes(TimeSpan now) => _rhythm.Hold(now);

    /// <summary>That server goes on: what waits lands so much later, and the next write comes a period after it.</summary>
    public void ServerThaws(TimeSpan now, TimeSpan later) => _rhythm.Release(now, later);

    /// <summary>The API server stops answering: what its kubelet sends from now on is not written.</summary>
    public void ServerGoesDown(TimeSpan now) => _deafServer = (now, TimeSpan.MaxValue, LastBeat(now));

    /// <summary>The API server answers again: the next regular beat is written.</summary>
    public void ServerComesUp(TimeSpan now) => _deafServer.To = now;

    /// <summary>When its status was last written, in whole seconds as the object would show it; null if never.</summary>
    public Instant? LastHeartbeat(TimeSpan now) => LastBeat(now) is { } last ? Instant.FromStart(last).TruncatedToSecond : null;

    /// <summary>The next moment at which its status is written if nothing happens to it.</summary>
    public TimeSpan NextBeat(TimeSpan now) => _rhythm.Next(now);

    /// <summary>A write lands now: one that was planned for now may come later, since its kubelet starves, or hangs.</summary>
    public bool IsOnBeat(TimeSpan now) => !_rhythm.HasChanged || LastBeat(now) == now;

    private TimeSpan? LastBeat(TimeSpan now)
    {
        var sent = _isBeating ? LastSent(now) : _lastBeat;
        return sent > _deafServer.From && sent <= _deafServer.To ? _deafServer.LastBeat : sent;
    }

    /// <summary>A kubelet that comes back writes at once; one that runs from the start has written before it.</summary>
    private TimeSpan LastSent(TimeSpan now)
    {
        var regular = _rhythm.Last(now);
        return regular > _beatsFrom || _beatsFrom == TimeSpan.Zero ? regular : _beatsFrom;
    }

    private void SlownessIs(double factor)
    {
        Slowness = Math.Max(1, factor);
        Kubelet.Accidents.OnSlownessChanged();
    }
}
