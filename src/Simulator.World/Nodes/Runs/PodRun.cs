using Simulator.Api;

namespace Simulator.World.Nodes.Runs;

/// <summary>A pod as a kubelet runs it, and what its status manager was told last.</summary>
internal sealed class PodRun(Pod pod, Instant startTime)
{
    /// <summary>The newest object that the kubelet's watch has shown.</summary>
    public Pod Pod { get; set; } = pod;

    public Instant StartTime { get; } = startTime;

    public PodRunState State { get; set; } = PodRunState.Active;

    public PodPhase Phase { get; set; } = PodPhase.Pending;

    public bool IsReady { get; set; }

    /// <summary>The condition that keeps it from being ready, its containers being so; null: none does.</summary>
    public string? ShutGate { get; set; }

    /// <summary>Of all its containers.</summary>
    public int Restarts { get; set; }

    public Instant? ReadySince { get; set; }

    /// <summary>Why the phase is Failed, if the kubelet itself says so; else "".</summary>
    public string Reason { get; set; } = "";

    public string Ip { get; set; } = "";

    /// <summary>Its containers answer users.</summary>
    public bool IsServing { get; set; }

    /// <summary>Its object is gone, and its containers run still.</summary>
    public bool IsOrphan { get; set; }

    /// <summary>All its containers have been told to end.</summary>
    public bool IsBeingStopped { get; set; }

    /// <summary>It ran at time zero, and its containers have not all ended.</summary>
    public bool IsSettled { get; set; }

    /// <summary>One of them runs, an init container perhaps.</summary>
    public bool HasContainers => Work is { } work ? work.IsRunning : IsSettled;

    /// <summary>Nobody knows when its work will be done.</summary>
    public bool RunsOn { get; set; }

    /// <summary>It stands in the queue of status writes.</summary>
    public bool IsStatusQueued { get; set; }

    /// <summary>What it mounts; null as long as nobody has asked, or nobody can tell.</summary>
    public PodVolumes? Volumes { get; set; }

    /// <summary>Its containers one by one; null as long as all of them simply run, as in a settled cluster.</summary>
    public PodWork? Work { get; set; }
}

internal enum PodRunState
{
    Active,

    /// <summary>Deleted: its containers are being stopped.</summary>
    Stopping,

    /// <summary>Deleted, and its containers are seen to be gone.</summary>
    Stopped,

    /// <summary>Its phase is Succeeded or Failed.</summary>
    Finished,
}
