using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>A disk that another pod on the node has mounted, and that cannot be mounted twice.</summary>
public sealed class VolumeRestrictions : IFilter
{
    public string Name => PluginNames.VolumeRestrictions;

    public bool Concerns(Pass pass) => pass.Pod.Spec.Volumes.Any(IsADisk);

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        foreach (var volume in pass.Pod.Spec.Volumes)
        {
            if (node.Pods.Any(existing => existing.Pod.Spec.Volumes.Any(held => Conflict(volume, held))))
            {
                return Status.Unschedulable(Name, "node(s) had no available disk");
            }
        }

        return null;
    }

    private static bool IsADisk(Volume volume) =>
        volume is not { GcePersistentDisk: null, AwsElasticBlockStore: null, Iscsi: null, Rbd: null };

    private static bool Conflict(Volume wanted, Volume held) =>
        Conflict(wanted.GcePersistentDisk, held.GcePersistentDisk)
        || (wanted.AwsElasticBlockStore is { } disk && disk.VolumeId == held.AwsElasticBlockStore?.VolumeId)
        || Conflict(wanted.Iscsi, held.Iscsi)
        || Conflict(wanted.Rbd, held.Rbd);

    private static bool Conflict(GcePersistentDisk? wanted, GcePersistentDisk? held) =>
        wanted is not null && wanted.PdName == held?.PdName && !(wanted.ReadOnly && held.ReadOnly);

    private static bool Conflict(Iscsi? wanted, Iscsi? held) =>
        wanted is not null && wanted.Iqn == held?.Iqn && !(wanted.ReadOnly && held.ReadOnly);

    private static bool Conflict(Rbd? wanted, Rbd? held) =>
        wanted is not null && held is not null && wanted.Monitors.Any(held.Monitors.Contains)
        && wanted.Pool == held.Pool && wanted.Image == held.Image && !(wanted.ReadOnly && held.ReadOnly);
}
