using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Scheduling.Framework.Storage;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Claims whose class nothing in the scenario is, or of which nobody makes volumes, where there are classes.</summary>
internal sealed class UnservedClaims : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        if (view.Cluster.Version.Volumes == VolumeMatching.ByModes) yield break;
        var classes = view.Objects.Select(placed => placed.Value).OfType<StorageClass>().ToList();
        var stocked = view.Objects.Select(placed => placed.Value).OfType<PersistentVolume>()
            .Select(ClaimRules.ClassOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (placed, claim, field) in view.Objects.SelectMany(ClaimsOf))
        {
            if (claim.VolumeName.Length > 0 || stocked.Contains(NameOf(claim, classes)) || Problem(claim, classes, view) is not { } why)
            {
                continue;
            }
            yield return new Omission(
                Effect.ChangesDecisions, placed.Value.Kind, field, $"{why}: its claims are never bound",
                FieldPlace.Of(placed.Place, field) ?? placed.Place, placed.Place);
        }
    }

    private static IEnumerable<(PlacedObject Placed, PersistentVolumeClaim Claim, string Field)> ClaimsOf(PlacedObject placed) =>
        placed.Value switch
        {
            PersistentVolumeClaim claim => [(placed, claim, "spec.storageClassName")],
            PetSet set => set.VolumeClaimTemplates.Select(claim => (placed, claim, "spec.volumeClaimTemplates")),
            _ => [],
        };

    private static string NameOf(PersistentVolumeClaim claim, List<StorageClass> classes) =>
        ClaimRules.ClassOf(claim) is { Length: > 0 } name || claim.StorageClassName is not null
            ? ClaimRules.ClassOf(claim)
            : classes.FirstOrDefault(DefaultClassRule.IsDefault)?.Name ?? "";

    private static string? Problem(PersistentVolumeClaim claim, List<StorageClass> classes, ClusterView view)
    {
        var name = NameOf(claim, classes);
        if (name.Length == 0) return "it names no StorageClass, none is the default one, and no volume without a class is there";
        if (classes.LastOrDefault(storage => storage.Name == name) is not { } found)
        {
            return $"nothing in the scenario is the StorageClass {Wording.Shortened(name)}, nor a volume of it";
        }

        var own = view.Cluster.ControllerManager.Provisioner;
        if (ClassProvisioner.Problem(found, own) is null) return null;
        var who = $"the provisioner {Wording.Shortened(found.Provisioner)} of the StorageClass {Wording.Shortened(name)}";
        return ClassProvisioner.CloudOf(found) is not { } cloud
            ? $"{who} is not simulated"
            : $"{who} has no disks here: controller-manager.cloud-provider is {Clouds.NameOf(view.Cluster.ControllerManager)}, not "
                + (cloud == DiskProvisioner.Gce ? Clouds.Gce : Clouds.Aws);
    }
}
