using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World.Nodes.Runs;

/// <summary>
/// One probe of one container: its ticks are arithmetic, its result changes at a computed moment (pkg/kubelet/prober/worker.go of 1.3.10).
/// </summary>
/// <remarks>The ticker starts with the probe, the first probe after a random part of the period, the others at the ticks.</remarks>
/// <param name="origin">When the kubelet began to probe, since the start of the run.</param>
/// <param name="firstShare">Part of the period until the first probe, 0 to 1.</param>
internal sealed class ProbeRun(Probe spec, TimeSpan origin, double firstShare)
{
    private readonly TimeSpan _first = origin + Microseconds.Of(spec.Period.TotalMicroseconds * firstShare);

    public Probe Spec => spec;

    /// <summary>False: it never gets a result and stays as it began (worker.go throws errors of the prober away).</summary>
    public bool HasResults { get; init; } = true;

    public bool IsPassing { get; set; }

    /// <summary>Of a startup probe: it has failed too often.</summary>
    public bool HasFailed { get; set; }

    /// <summary>No probe before: the container was not seen to run, or its initial delay was not over.</summary>
    public TimeSpan From { get; set; } = TimeSpan.MaxValue;

    /// <summary>Counts what was expected of it; a change that was expected before means nothing any more.</summary>
    public int Turn { get; set; }

    /// <summary>The change of result that is under way.</summary>
    public TimerHandle Flip { get; set; }

    /// <summary>The n-th probe from a moment on, n from 1.</summary>
    public TimeSpan TickAfter(TimeSpan moment, int n)
    {
        if (_first >= moment && --n == 0) return _first;
        var last = _first > moment ? _first : moment - TimeSpan.FromTicks(1);
        var periods = Math.Max(0, (last - origin).Ticks / spec.Period.Ticks);
        return origin + spec.Period.Times(periods + n);
    }
}
