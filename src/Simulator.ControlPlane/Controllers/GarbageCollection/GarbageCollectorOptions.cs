namespace Simulator.ControlPlane.Controllers.GarbageCollection;

/// <summary>Settings of the garbage collector, at the defaults of 1.20.</summary>
public sealed record GarbageCollectorOptions
{
    /// <summary>--concurrent-gc-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 20;
}
