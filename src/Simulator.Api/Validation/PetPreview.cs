using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// What the API server will say to the pods and claims that a PetSet makes: its own rules do not look at them
/// (pkg/controller/petset/identity_mappers.go of 1.3.10).
/// </summary>
internal static class PetPreview
{
    /// <summary>Sentences about the first pet, and where in the manifest of the set their cause stands.</summary>
    public static IEnumerable<(SourceNode Place, string Sentence)> Judge(PetSet set, SourceMapping manifest)
    {
        if (set.Replicas < 1) yield break;
        var pod = PodOf(set);
        var template = FieldPlaces.Find(manifest, FieldPath.Spec.Child("template"));
        foreach (var (place, sentence) in Judge(pod, template))
        {
            yield return (place, $"the pods of PetSet {set.Name} are refused: {sentence}");
        }
        for (var i = 0; i < set.VolumeClaimTemplates.Count; i++)
        {
            var claim = ClaimOf(set, set.VolumeClaimTemplates[i]);
            var place = FieldPlaces.Find(manifest, FieldPath.Spec.Child("volumeClaimTemplates").Index(i));
            foreach (var (at, sentence) in Judge(claim, place))
            {
                yield return (at, $"the claims of PetSet {set.Name} are refused: {sentence}");
            }
        }
    }

    private static IEnumerable<(SourceNode Place, string Sentence)> Judge(ApiObject value, SourceNode manifest) =>
        ObjectRules.OnCreate(value).Select(error => (FieldPlaces.Find(manifest, error.Path), $"{ObjectRules.Prefix(value)}{error}"));

    /// <summary>A claim takes the place of a volume of its name.</summary>
    private static Pod PodOf(PetSet set)
    {
        var claims = set.VolumeClaimTemplates.Select(claim => new Volume { Name = claim.Name, ClaimName = ClaimOf(set, claim).Name })
            .ToList();
        var volumes = set.Template.Spec.Volumes.Where(volume => !claims.Exists(claim => claim.Name == volume.Name));
        return new Pod
        {
            Metadata = new ObjectMeta
            {
                Name = set.Name + "-0",
                Namespace = set.Namespace,
                Labels = set.Template.Labels,
                Annotations = set.Template.Annotations.With(WellKnownAnnotations.PodHostname, set.Name + "-0")
                    .With(WellKnownAnnotations.PodSubdomain, set.ServiceName),
            },
            Spec = set.Template.Spec with { Volumes = [.. volumes, .. claims], Hostname = set.Name + "-0", Subdomain = set.ServiceName },
        };
    }

    private static PersistentVolumeClaim ClaimOf(PetSet set, PersistentVolumeClaim template) => template with
    {
        Metadata = template.Metadata with { Name = $"{template.Name}-{set.Name}-0", Namespace = set.Namespace },
    };
}
