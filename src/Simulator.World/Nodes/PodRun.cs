using Simulator.Api;

namespace Simulator.World;

/// <summary>A pod as a kubelet runs it.</summary>
internal sealed class PodRun(Pod pod, Instant startTime)
{
    /// <summary>The newest object that the kubelet's watch has shown.</summary>
    public Pod Pod { get; set; } = pod;

    public Instant StartTime { get; } = startTime;

    public PodRunState State { get; set; } = PodRunState.Starting;

    public int Restarts { get; set; }

    public int InitContainersDone { get; set; }

    public string Ip { get; set; } = "";

    public Instant? ReadySince { get; set; }

    /// <summary>Its containers answer users.</summary>
    public bool IsServing { get; set; }

    /// <summary>It stands in the queue of status writes.</summary>
    public bool IsStatusQueued { get; set; }
}

internal enum PodRunState
{
    Starting,
    Running,
    Ready,
    Stopping,
    Stopped,
}
