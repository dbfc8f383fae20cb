namespace Simulator.ControlPlane.Scheduling.Framework.Queue;

/// <summary>Times of the queue, with the defaults of 1.20.</summary>
public sealed record QueueSettings
{
    /// <summary>Backed off pods are looked at so often.</summary>
    public static readonly TimeSpan BackoffFlushPeriod = TimeSpan.FromSeconds(1);

    /// <summary>Pods that wait for an event are looked at so often.</summary>
    public static readonly TimeSpan UnschedulableFlushPeriod = TimeSpan.FromSeconds(30);

    /// <summary>They wait no longer than so.</summary>
    public static readonly TimeSpan UnschedulableAgeMax = TimeSpan.FromSeconds(60);

    /// <summary>podInitialBackoffSeconds</summary>
    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>podMaxBackoffSeconds</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(10);
}
