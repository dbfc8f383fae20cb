namespace Simulator.ControlPlane.Controllers.TerminatedPods;

/// <summary>Settings of the collector of terminated pods, at the defaults of 1.3.10.</summary>
public sealed record TerminatedPodOptions
{
    /// <summary>--terminated-pod-gc-threshold: so many finished pods may stay; 0 = all.</summary>
    public int Threshold { get; init; } = 12_500;

    /// <summary>How often it looks (gcCheckPeriod in gc_controller.go).</summary>
    public TimeSpan CheckPeriod { get; init; } = TimeSpan.FromSeconds(20);
}
