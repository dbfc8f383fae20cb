using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Admission;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>ConfigMaps, Secrets, claims and accounts that pods need and that nothing in the scenario creates.</summary>
internal sealed class MissingObjects : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        var objects = view.Objects.Select(placed => placed.Value).ToLookup(value => (value.Kind, value.Key));
        return view.Pods.SelectMany(pod => Check(pod, (kind, key) => objects[(kind, key)].LastOrDefault()));
    }

    private static IEnumerable<Omission> Check(PodUse use, Func<string, ObjectKey, ApiObject?> find)
    {
        var pod = use.ToPod();
        if (PodReferences.MissingVolume(pod, find) is { } volume)
        {
            yield return use.At("volumes", Effect.ChangesDecisions, $"nothing in the scenario creates it ({volume}): its pods never start");
        }
        if (use.Spec.Containers.Select(container => PodReferences.MissingEnvironment(
            container, pod.Namespace, find)).FirstOrDefault(missing => missing is not null) is { } variable)
        {
            yield return use.At(
                "containers", Effect.ChangesDecisions,
                $"nothing in the scenario creates what its environment reads ({variable}): its containers never start");
        }
        if (MissingClaim(use, find) is { } claim)
        {
            yield return use.At(
                "volumes", Effect.ChangesDecisions, $"nothing in the scenario creates the claim {claim}: its pods never get a node");
        }
        if (IsWithoutAccount(pod, find))
        {
            yield return use.At(
                "serviceAccountName", Effect.ChangesDecisions,
                $"nothing in the scenario creates the account {ServiceAccountRule.AccountOf(pod)}: the API server refuses its pods");
        }
    }

    /// <summary>A PetSet makes the claims of its templates itself.</summary>
    private static string? MissingClaim(PodUse use, Func<string, ObjectKey, ApiObject?> find)
    {
        var made = (use.Owner as PetSet)?.VolumeClaimTemplates.Select(template => template.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        return use.Spec.Volumes.Select(volume => volume.ClaimName)
            .OfType<string>()
            .FirstOrDefault(name => name.Length > 0
                && !made.Contains(name)
                && find("PersistentVolumeClaim", new ObjectKey(use.Namespace, name)) is null);
    }

    private static bool IsWithoutAccount(Pod pod, Func<string, ObjectKey, ApiObject?> find)
    {
        var account = ServiceAccountRule.AccountOf(pod);
        return account != ServiceAccountRule.Default && find("ServiceAccount", new ObjectKey(pod.Namespace, account)) is null;
    }
}
