using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>Objects that a user creates at one moment, in this order.</summary>
/// <param name="At">Zero: part of the cluster's start.</param>
public sealed record WorkloadSpec(TimeSpan At, IReadOnlyList<ApiObject> Objects)
{
    /// <summary>
    /// Those of the objects that are known to be refused by the API server: their user sends them, and they will never be there.
    /// </summary>
    public IReadOnlyList<ApiObject> Refused { get; init; } = [];

    /// <summary>They are there from the start, where somebody found them: nobody creates them.</summary>
    public bool IsFound { get; init; }

    /// <summary>What comes after them, one by one; null: nothing.</summary>
    public IArrivingPods? Arrivals { get; init; }
}
