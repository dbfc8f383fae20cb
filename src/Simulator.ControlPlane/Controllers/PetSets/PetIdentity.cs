using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>
/// Who a pet is: its name, its host name, its claims. It stays so wherever and however often the pet runs
/// (pkg/controller/petset/identity_mappers.go of 1.3.10).
/// </summary>
public sealed class PetIdentity
{
    private PetIdentity(PetSet set, ObjectReference owner, int ordinal)
    {
        Key = new ObjectKey(set.Namespace, string.Create(CultureInfo.InvariantCulture, $"{set.Name}-{ordinal}"));
        Claims = [.. set.VolumeClaimTemplates.Select(ClaimFrom).OrderBy(claim => claim.Name, StringComparer.Ordinal)];
        Pod = new Pod
        {
            Metadata = new ObjectMeta
            {
                Name = Key.Name,
                Namespace = Key.Namespace,
                Labels = set.Template.Labels,
                Annotations = WithNames(set.Template.Annotations, Key.Name, set.ServiceName),
                CreatedBy = owner,
            },
            Spec = Claims.Count == 0 ? set.Template.Spec : set.Template.Spec with { Volumes = VolumesOf(set, set.Template.Spec.Volumes) },
        };

        PersistentVolumeClaim ClaimFrom(PersistentVolumeClaim template) => template with
        {
            Metadata = template.Metadata with
            {
                Name = ClaimName(template),
                Namespace = set.Namespace,
                Labels = set.Selector?.MatchLabels ?? LabelSet.Empty,
            },
        };
    }

    public ObjectKey Key { get; }

    /// <summary>As it is created; all pets of a set share what does not tell them apart.</summary>
    public Pod Pod { get; }

    /// <summary>The claims that it finds its volumes by, in name order.</summary>
    public IReadOnlyList<PersistentVolumeClaim> Claims { get; }

    /// <summary>The pets that a set should have, in their order.</summary>
    public static IReadOnlyList<PetIdentity> AllOf(PetSet set)
    {
        var owner = ControlledPod.ReferenceTo(set);
        return [.. Enumerable.Range(0, set.Replicas).Select(ordinal => new PetIdentity(set, owner, ordinal))];
    }

    public bool IsBorneBy(Pod pod) =>
        HaveSameNames(pod.Metadata.Annotations, Pod.Metadata.Annotations) && HasClaims(pod.Spec.Volumes, Pod.Spec.Volumes);

    /// <summary>The pod with its names and claims put right; everything else stays.</summary>
    public Pod Repair(Pod pod) => pod with
    {
        Metadata = pod.Metadata with
        {
            Annotations =
                WithNames(pod.Metadata.Annotations, Key.Name, Pod.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.PodSubdomain)),
        },
        Spec = pod.Spec with { Volumes = Merged(pod.Spec.Volumes, Pod.Spec.Volumes.Where(volume => volume.ClaimName is not null)) },
    };

    private string ClaimName(PersistentVolumeClaim template) => $"{template.Name}-{Key.Name}";

    private List<Volume> VolumesOf(PetSet set, IReadOnlyList<Volume> template) =>
        Merged(template, set.VolumeClaimTemplates.Select(claim => new Volume { Name = claim.Name, ClaimName = ClaimName(claim) }));

    /// <summary>A claim takes the place of a volume of its name.</summary>
    private static List<Volume> Merged(IReadOnlyList<Volume> volumes, IEnumerable<Volume> claims)
    {
        var wanted = claims.ToList();
        return [.. volumes.Where(volume => !wanted.Exists(claim => claim.Name == volume.Name)), .. wanted];
    }

    private static LabelSet WithNames(LabelSet annotations, string hostname, string subdomain) => annotations
        .With(WellKnownAnnotations.PodHostname, hostname)
        .With(WellKnownAnnotations.PodSubdomain, subdomain);

    private static bool HaveSameNames(LabelSet one, LabelSet other) =>
        one.ValueOrEmpty(WellKnownAnnotations.PodHostname) == other.ValueOrEmpty(WellKnownAnnotations.PodHostname)
        && one.ValueOrEmpty(WellKnownAnnotations.PodSubdomain) == other.ValueOrEmpty(WellKnownAnnotations.PodSubdomain);

    private static bool HasClaims(IReadOnlyList<Volume> volumes, IReadOnlyList<Volume> wanted)
    {
        if (ReferenceEquals(volumes, wanted)) return true;
        foreach (var claim in wanted)
        {
            if (claim.ClaimName is not null && !volumes.Any(volume => volume.Name == claim.Name && volume.ClaimName == claim.ClaimName))
            {
                return false;
            }
        }

        return true;
    }
}
