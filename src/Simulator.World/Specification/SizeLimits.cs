namespace Simulator.World.Specification;

/// <summary>
/// Between which sizes each group of a node pool is held. On GCE a group lies in one zone, so that a pool in three zones has three; on AWS
/// one group spans its zones.
/// </summary>
public sealed record SizeLimits(int Min, int Max);
