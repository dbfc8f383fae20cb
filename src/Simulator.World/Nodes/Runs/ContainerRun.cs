using Simulator.Api;

namespace Simulator.World.Nodes.Runs;

/// <summary>A container of a pod over all its starts.</summary>
internal sealed class ContainerRun(Container spec)
{
    /// <summary>What it runs as, or will when it starts.</summary>
    public Container Spec { get; private set; } = spec;

    /// <summary>What the pod's object said when the newest sync began, if that is something else.</summary>
    public Container? Next { get; set; }

    /// <summary>It was killed to become something else, and starts again whatever the restart policy says.</summary>
    public bool IsReplaced { get; set; }

    public ContainerState State { get; set; }

    /// <summary>Counts the starts; a callback of an earlier start means nothing any more.</summary>
    public int Starts { get; set; }

    /// <summary>As the status counts them.</summary>
    public int Restarts { get; set; }

    public TimeSpan StartedAt { get; set; }

    public Instant EndedAt { get; set; }

    /// <summary>The newest end that a sync has seen; null if none.</summary>
    public Instant? EndSeen { get; set; }

    public int ExitCode { get; set; }

    /// <summary>Why it ended: Crash, Completed, OOMKilled, Liveness, Startup, Killed.</summary>
    public string EndReason { get; set; } = "";

    /// <summary>It serves and passes its probes, unless it hangs.</summary>
    public bool IsListening { get; set; }

    /// <summary>It runs but answers nobody.</summary>
    public bool IsHung { get; set; }

    /// <summary>Null without a readiness probe: it is ready when it runs.</summary>
    public ProbeRun? Readiness { get; init; }

    public ProbeRun? Liveness { get; init; }

    /// <summary>Until it has passed no other probe is asked, and the container is not ready.</summary>
    public ProbeRun? Startup { get; init; }

    /// <summary>It has to be killed: it lives no more, or has not started in time.</summary>
    public bool IsSick => Liveness is { IsPassing: false } || Startup is { HasFailed: true };

    /// <summary>It starts as its pod's object says; how it ended before counts no longer.</summary>
    public void BecomeNext()
    {
        Spec = Next!;
        (Next, EndSeen) = (null, null);
    }

    public bool IsRunning => State == ContainerState.Running;

    public bool IsReady => IsRunning && Startup is not { IsPassing: false } && Readiness is not { IsPassing: false };

    public bool HasFailed => State == ContainerState.Exited && ExitCode != 0;

    public bool HasSucceeded => State == ContainerState.Exited && ExitCode == 0;
}

internal enum ContainerState
{
    /// <summary>Not started yet.</summary>
    Waiting,
    Running,
    Exited,
}
