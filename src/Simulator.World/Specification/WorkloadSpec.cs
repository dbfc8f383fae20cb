using Simulator.Api;

namespace Simulator.World;

/// <summary>Objects that a user creates at one moment, in this order.</summary>
/// <param name="At">Zero: part of the cluster's start.</param>
public sealed record WorkloadSpec(TimeSpan At, IReadOnlyList<ApiObject> Objects);
