using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>
/// What is to be done about a claim where volumes come in classes: only those of its class will do, one can be made by the class, and a
/// class may wait until a pod has its node (pv_controller.go of 1.20).
/// </summary>
public static class ClassPlans
{
    private const string NoProvisioner = "kubernetes.io/no-provisioner";

    /// <param name="classes">By name.</param>
    /// <param name="order">Of equal volumes.</param>
    public static ClaimPlan For(
        PersistentVolumeClaim claim, SortedDictionary<string, PersistentVolume> volumes,
        IReadOnlyDictionary<string, StorageClass> classes, IMapOrder order)
    {
        if (VolumeBinding.IsCompleted(claim) || claim.VolumeName.Length > 0) return ClaimPlan.ForGiven(claim, volumes);
        var name = ClaimRules.ClassOf(claim);
        var storage = classes.GetValueOrDefault(name);
        var waits = storage?.WaitsForFirstConsumer == true && !claim.Metadata.Annotations.ContainsKey(WellKnownAnnotations.SelectedNode);
        var suited = volumes.Values
            .Where(volume => ClaimRules.ClassOf(volume) == name && (!waits || VolumeBinding.IsFor(volume, claim))).ToList();
        if (VolumeMatch.Find(WithoutWish(claim), suited, order) is { } found) return new ClaimPlan.Bind(found);
        if (waits) return new ClaimPlan.Wait("waiting for first consumer to be created before binding");
        if (name.Length == 0) return new ClaimPlan.Wait("no persistent volumes available for this claim and no storage class is set");
        if (storage is null) return new ClaimPlan.Wait($"storageclass.storage.k8s.io \"{name}\" not found");
        return storage.Provisioner is "" or NoProvisioner
            ? new ClaimPlan.Wait($"no volume of class {name} fits, and the class makes none")
            : new ClaimPlan.Provision();
    }

    /// <summary>The annotation by which 1.3 asks for a volume means nothing.</summary>
    private static PersistentVolumeClaim WithoutWish(PersistentVolumeClaim claim) => !claim.IsProvisioned
        ? claim
        : claim with
        {
            Metadata = claim.Metadata with { Annotations = claim.Metadata.Annotations.Without(WellKnownAnnotations.StorageClass) },
        };
}
