using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>The name, labels and volumes that a pod of a StatefulSet has to have (stateful_set_utils.go).</summary>
public static class StatefulIdentity
{
    /// <summary>The set that a pod's name tells of, and its number; an empty name and -1 if it tells of none.</summary>
    public static (string Parent, int Ordinal) Of(string pod)
    {
        var dash = pod.LastIndexOf('-');
        return dash > 0 && int.TryParse(pod.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? (pod[..dash], ordinal)
            : ("", -1);
    }

    public static string NameOf(PetSet set, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{set.Name}-{ordinal}");

    /// <summary>One claim for each of the set's templates, in their order.</summary>
    public static IEnumerable<PersistentVolumeClaim> ClaimsOf(PetSet set, string pod) => set.VolumeClaimTemplates.Select(template =>
        template with
        {
            Metadata = template.Metadata with
            {
                Name = $"{template.Name}-{pod}",
                Namespace = set.Namespace,
                Labels = set.Selector?.MatchLabels ?? LabelSet.Empty,
            },
        });

    public static bool Matches(PetSet set, Pod pod)
    {
        var (parent, ordinal) = Of(pod.Name);
        return parent == set.Name
            && pod.Name == NameOf(set, ordinal)
            && pod.Metadata.Labels.ValueOrEmpty(WellKnownLabels.StatefulSetPodName) == pod.Name;
    }

    public static bool HasStorage(PetSet set, Pod pod) => set.VolumeClaimTemplates.All(
        template => pod.Spec.Volumes.FirstOrDefault(volume => volume.Name == template.Name)?.ClaimName == $"{template.Name}-{pod.Name}");

    public static Pod WithName(Pod pod) => pod with
    {
        Metadata = pod.Metadata with { Labels = pod.Metadata.Labels.With(WellKnownLabels.StatefulSetPodName, pod.Name) },
    };

    /// <summary>Claims take the place of the template's volumes of the same name.</summary>
    public static Pod WithStorage(PetSet set, Pod pod)
    {
        if (set.VolumeClaimTemplates.Count == 0) return pod;
        var claims = set.VolumeClaimTemplates.Select(template => new Volume
        {
            Name = template.Name,
            ClaimName = $"{template.Name}-{pod.Name}",
        });
        var others = pod.Spec.Volumes.Where(volume => set.VolumeClaimTemplates.All(template => template.Name != volume.Name));
        return pod with { Spec = pod.Spec with { Volumes = [.. claims, .. others] } };
    }

    /// <summary>A new pod of a revision.</summary>
    internal static Pod New(Owner<PetSet> owner, ControllerRevision revision, int ordinal)
    {
        var (set, pod) = (owner.Value, OwnedPod.From(revision.Template, owner));
        var name = NameOf(set, ordinal);
        var named = pod with
        {
            Metadata = pod.Metadata with
            {
                Name = name,
                GenerateName = "",
                Labels = pod.Metadata.Labels.With(WellKnownLabels.ControllerRevisionHash, revision.Name)
                    .With(WellKnownLabels.StatefulSetPodName, name),
            },
            Spec = pod.Spec with { Hostname = name, Subdomain = set.ServiceName },
        };
        return WithStorage(set, named);
    }
}
