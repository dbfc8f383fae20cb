using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Queue;

/// <summary>A pod on its way through the queue. It stays one thing from the first Add until it is bound or gone.</summary>
public sealed class QueuedPod(Pod pod, Instant since)
{
    public Pod Pod { get; set; } = pod;

    /// <summary>When it was last put in; what ranks it among equals, and where its back-off begins.</summary>
    public Instant Timestamp { get; set; } = since;

    /// <summary>When it came first.</summary>
    public Instant First { get; } = since;

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; set; }
}
