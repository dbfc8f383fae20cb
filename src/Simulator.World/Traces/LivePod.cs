using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>A pod of a trace between its arrival and its end.</summary>
public sealed class LivePod(TracePod trace, Pod seen)
{
    public TracePod Trace => trace;

    /// <summary>As the scheduler was shown it last.</summary>
    public Pod Seen { get; set; } = seen;

    public ObjectKey Key => Seen.Key;

    public Instant Submitted => Instant.FromStart(trace.Submit);

    /// <summary>"" while it waits.</summary>
    public string Node { get; set; } = "";

    public bool IsPlaced => Node.Length > 0;

    /// <summary>Times that no node would do.</summary>
    public int Failures { get; set; }

    /// <summary>It has ended, or given up.</summary>
    public bool IsGone { get; set; }

    /// <summary>Which of its node's graphics processors it is on; null where nobody counts them one by one.</summary>
    public int[]? Devices { get; set; }
}
