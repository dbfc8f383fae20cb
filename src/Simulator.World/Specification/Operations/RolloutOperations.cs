using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>A paused Deployment is not rolled out (kubectl rollout pause and resume).</summary>
public sealed record PauseOperation(ObjectKey Key, bool Paused) : OperationSpec
{
    public override string Title => $"{(Paused ? "pause" : "resume")} Deployment {Key}";
}

/// <summary>A Deployment goes back to a former revision (kubectl rollout undo).</summary>
/// <param name="Revision">0 = the one before.</param>
public sealed record RollbackOperation(ObjectKey Key, long Revision) : OperationSpec
{
    public override string Title => $"roll back Deployment {Key}{(Revision == 0 ? "" : $" to revision {Revision}")}";
}

/// <summary>A replication controller gives way to one with another image, pod by pod (kubectl rolling-update).</summary>
public sealed record RollingUpdateOperation(ObjectKey Key, string Image) : OperationSpec
{
    /// <summary>Null: the only one.</summary>
    public string? Container { get; init; }

    /// <summary>What the new controller is called; null = in the end as the old one.</summary>
    public string? NewName { get; init; }

    /// <summary>Between two steps (--update-period).</summary>
    public TimeSpan UpdatePeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often it looks whether replicas are there (--poll-interval).</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Without any progress (--timeout).</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    public override string Title => $"rolling update of ReplicationController {Key} to {Image}";
}
