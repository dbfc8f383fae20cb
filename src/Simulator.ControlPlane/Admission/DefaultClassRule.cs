using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Admission;

/// <summary>Claims that name no class get the one that is marked as default (plugin/pkg/admission/storage/storageclass of 1.20).</summary>
public static class DefaultClassRule
{
    private static readonly string[] Marks =
        ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

    public static bool IsDefault(StorageClass storage) => Marks.Any(mark => storage.Metadata.Annotations.ValueOrEmpty(mark) == "true");

    public static AdmissionVerdict Apply(PersistentVolumeClaim claim, IEnumerable<StorageClass> classes)
    {
        if (claim.StorageClassName is not null || claim.Metadata.Annotations.ContainsKey(WellKnownAnnotations.StorageClassBeta))
        {
            return AdmissionVerdict.Admit(claim);
        }

        var defaults = classes.Where(IsDefault).ToList();
        if (defaults.Count > 1)
        {
            return new AdmissionVerdict(
                ApiResult.Forbidden, claim, $"Internal error occurred: {defaults.Count} default StorageClasses were found");
        }

        return AdmissionVerdict.Admit(defaults.Count == 0 ? claim : claim with { StorageClassName = defaults[0].Name });
    }
}
