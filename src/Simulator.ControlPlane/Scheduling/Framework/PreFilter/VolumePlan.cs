using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>The claims of the pod of a pass: those that have their volume, and those that wait for a node.</summary>
public sealed record ClaimLists(IReadOnlyList<PersistentVolumeClaim> Bound, IReadOnlyList<PersistentVolumeClaim> Waiting) : ICycleData
{
    public static readonly ClaimLists None = new([], []);

    public ICycleData Copy() => this;
}

/// <summary>Which volume each waiting claim would get on a node, and for which one would be made.</summary>
public sealed record VolumePlan(
    IReadOnlyList<(PersistentVolumeClaim Claim, PersistentVolume Volume)> Bind, IReadOnlyList<PersistentVolumeClaim> Provision);

/// <summary>The plans of the nodes that were looked at.</summary>
public sealed class VolumePlans : ICycleData
{
    public Dictionary<string, VolumePlan> ByNode { get; } = new(StringComparer.Ordinal);

    public ICycleData Copy() => this;
}
