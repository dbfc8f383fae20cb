using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.Engine;

namespace Simulator.World.Nodes.Heartbeats;

/// <summary>
/// When the status writes of a kubelet have landed, and will: in its rhythm, while it runs and reaches an API server that writes them.
/// </summary>
/// <remarks>They are arithmetic: no event happens for them.</remarks>
public sealed class Heartbeat(TimeSpan phase, TimeSpan period) : ILease
{
    private readonly HeartbeatRhythm _rhythm = new(phase, period);
    private TimeSpan _beatsFrom;
    private TimeSpan? _lastBeat;
    private (TimeSpan From, TimeSpan To, TimeSpan? LastBeat) _deafServer = (TimeSpan.MinValue, TimeSpan.MinValue, null);

    /// <summary>Where in its period it beats, as long as nothing holds it up.</summary>
    public TimeSpan Phase => phase;

    /// <summary>The kubelet runs and reaches the API server: its status is written every period.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The API server that it is connected to hangs.</summary>
    public bool IsHeld => _rhythm.IsHeld;

    public void Start(TimeSpan now)
    {
        if (IsOn) return;
        IsOn = true;
        _beatsFrom = now;
    }

    public void Stop(TimeSpan now)
    {
        if (!IsOn) return;
        _lastBeat = LastBeat(now);
        IsOn = false;
    }

    /// <summary>It stopped long ago, at that moment.</summary>
    public void HasBeenSilentSince(TimeSpan lastBeat) => (IsOn, _lastBeat) = (false, lastBeat);

    /// <summary>Its kubelet starves: each status write comes so much later than it should.</summary>
    public void Delay(IDistribution delay, RandomStream stream, TimeSpan now) => _rhythm.Starve(delay, stream, now);

    /// <summary>Ends one such delay: the next regular write comes in time.</summary>
    public void EndDelay(IDistribution delay, TimeSpan now) => _rhythm.EndStarvation(delay, now);

    /// <summary>The API server that it is connected to hangs: the next status write waits there.</summary>
    public void ServerFreezes(TimeSpan now) => _rhythm.Hold(now);

    /// <summary>That server goes on: what waits lands so much later, and the next write comes a period after it.</summary>
    public void ServerThaws(TimeSpan now, TimeSpan later) => _rhythm.Release(now, later);

    /// <summary>The API server stops answering: what its kubelet sends from now on is not written.</summary>
    public void ServerGoesDown(TimeSpan now) => _deafServer = (now, TimeSpan.MaxValue, LastBeat(now));

    /// <summary>The API server answers again: the next regular beat is written.</summary>
    public void ServerComesUp(TimeSpan now) => _deafServer.To = now;

    /// <summary>When its status was last written, in whole seconds as the object would show it; null if never.</summary>
    public Instant? Last(TimeSpan now) => LastBeat(now) is { } last ? Instant.FromStart(last).TruncatedToSecond : null;

    Instant? ILease.LastRenewal(Instant now) => Last(now.SinceStart);

    /// <summary>The next moment at which its status is written if nothing happens to it.</summary>
    public TimeSpan Next(TimeSpan now) => _rhythm.Next(now);

    /// <summary>A write lands now: one that was planned for now may come later, since its kubelet starves, or hangs.</summary>
    public bool IsDue(TimeSpan now) => !_rhythm.HasChanged || LastBeat(now) == now;

    private TimeSpan? LastBeat(TimeSpan now)
    {
        var sent = IsOn ? LastSent(now) : _lastBeat;
        return sent > _deafServer.From && sent <= _deafServer.To ? _deafServer.LastBeat : sent;
    }

    /// <summary>A kubelet that comes back writes at once; one that runs from the start has written before it.</summary>
    private TimeSpan LastSent(TimeSpan now)
    {
        var regular = _rhythm.Last(now);
        return regular > _beatsFrom || _beatsFrom == TimeSpan.Zero ? regular : _beatsFrom;
    }
}
