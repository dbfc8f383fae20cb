using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>Which claims of the pod have their volume, and which wait for a node (volumebinding of 1.20).</summary>
public sealed class VolumeBinding : IPreFilter
{
    public string Name => PluginNames.VolumeBinding;

    public Status? PreFilter(Pass pass)
    {
        var claims = new List<PersistentVolumeClaim>();
        foreach (var name in pass.Pod.Spec.Volumes.Select(volume => volume.ClaimName).OfType<string>())
        {
            if (pass.Objects.Find<PersistentVolumeClaim>(name, pass.Pod.Namespace) is not { } claim)
            {
                return Status.Unresolvable(Name, $"persistentvolumeclaim \"{name}\" not found");
            }
            if (claim.Metadata.IsBeingDeleted) return Status.Unresolvable(Name, $"persistentvolumeclaim \"{name}\" is being deleted");
            claims.Add(claim);
        }

        var waiting = claims.Where(claim => !ClaimRules.IsBound(claim)).ToList();
        if (!waiting.All(claim => WaitsForNode(claim, pass.Objects)))
        {
            return Status.Unresolvable(Name, "pod has unbound immediate PersistentVolumeClaims");
        }

        pass.State.Set(new ClaimLists([.. claims.Where(ClaimRules.IsBound)], waiting));
        pass.State.Set(new VolumePlans());
        return null;
    }

    private static bool WaitsForNode(PersistentVolumeClaim claim, ClusterObjects objects) =>
        claim.VolumeName.Length == 0 && ClaimRules.ClassOf(claim) is { Length: > 0 } name
        && objects.Find<StorageClass>(name)?.WaitsForFirstConsumer == true;
}
