using Simulator.Api;

namespace Simulator.World;

/// <summary>A machine: where it stands, whether it runs, whether it reaches the API server, and when its kubelet last reported.</summary>
/// <remarks>Heartbeats of a healthy node are arithmetic: no event happens for them.</remarks>
public sealed class SimulatedNode(string name, string zone, string rack, TimeSpan heartbeatPhase, TimeSpan heartbeatPeriod)
{
    private TimeSpan _beatsFrom;
    private TimeSpan? _lastBeat;
    private bool _isBeating;
    private (TimeSpan From, TimeSpan To, TimeSpan? LastBeat) _deafServer = (TimeSpan.MinValue, TimeSpan.MinValue, null);

    public string Name { get; } = name;

    public string Zone { get; } = zone;

    public string Rack { get; } = rack;

    /// <summary>Power distribution unit, <c>ZONE-pNN</c>.</summary>
    public string PowerUnit { get; init; } = "";

    /// <summary>Name of its node pool.</summary>
    public string Pool { get; init; } = "";

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

    /// <summary>The cloud has taken the machine away.</summary>
    public bool IsGone { get; set; }

    /// <summary>The machine runs and nothing cuts it off.</summary>
    public bool IsConnected => PowerLosses == 0 && NetworkCuts == 0;

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

    /// <summary>The API server stops answering: what its kubelet sends from now on is not written.</summary>
    public void ServerGoesDown(TimeSpan now) => _deafServer = (now, TimeSpan.MaxValue, LastBeat(now));

    /// <summary>The API server answers again: the next regular beat is written.</summary>
    public void ServerComesUp(TimeSpan now) => _deafServer.To = now;

    /// <summary>When its status was last written, in whole seconds as the object would show it; null if never.</summary>
    public Instant? LastHeartbeat(TimeSpan now) => LastBeat(now) is { } last ? Instant.FromStart(last).TruncatedToSecond : null;

    /// <summary>The next moment at which its status is written if nothing happens to it.</summary>
    public TimeSpan NextBeat(TimeSpan now)
    {
        var periods = ((now - heartbeatPhase).Ticks / heartbeatPeriod.Ticks) + (now < heartbeatPhase ? 0 : 1);
        return heartbeatPhase + (heartbeatPeriod * periods);
    }

    private TimeSpan? LastBeat(TimeSpan now)
    {
        var sent = _isBeating ? LastSent(now) : _lastBeat;
        return sent > _deafServer.From && sent <= _deafServer.To ? _deafServer.LastBeat : sent;
    }

    /// <summary>A kubelet that comes back writes at once; one that runs from the start has written before it.</summary>
    private TimeSpan LastSent(TimeSpan now)
    {
        var regular = NextBeat(now) - heartbeatPeriod;
        return regular > _beatsFrom || _beatsFrom == TimeSpan.Zero ? regular : _beatsFrom;
    }
}
