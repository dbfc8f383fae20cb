namespace Simulator.ControlPlane.Controllers.PodCollection;

/// <summary>Settings of the collector of pods that are of no use any more.</summary>
public sealed record PodCollectorOptions
{
    /// <summary>--terminated-pod-gc-threshold: so many finished pods may stay; 0 = all.</summary>
    public int Threshold { get; init; } = 12_500;

    /// <summary>How often it looks (gcCheckPeriod in gc_controller.go).</summary>
    public TimeSpan CheckPeriod { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>So long a node has to be missed before the API server is asked for it (quarantineTime in gc_controller.go).</summary>
    public TimeSpan Quarantine { get; init; } = TimeSpan.FromSeconds(40);
}
