namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Settings of the horizontal pod autoscaler, at the defaults of 1.3.10.</summary>
public sealed record HorizontalOptions
{
    /// <summary>--horizontal-pod-autoscaler-sync-period</summary>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>No scale down before this time has passed since the last scaling (downscaleForbiddenWindow; no flag in 1.3).</summary>
    public TimeSpan DownscaleWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>No scale up before this time has passed since the last scaling (upscaleForbiddenWindow; no flag in 1.3).</summary>
    public TimeSpan UpscaleWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Where between two ticks a cluster stands that has run for long; null = anywhere.</summary>
    public TimeSpan? FirstTick { get; init; }
}
