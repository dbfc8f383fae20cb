using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>
/// Sequences of syncs of one PetSet: who its pets are, what each sync does in which order, what it counts and what it waits for.
/// </summary>
public sealed class PetSetKind : IConformanceKind
{
    public string Kind => "petset";

    public string? Difference(JsonElement recording)
    {
        var set = ReadSet(recording);
        if (DifferenceOfIdentities(recording, set) is { } identity) return identity;
        var api = new PetSetApi(recording.Bool("gracefulDelete"));
        var blockers = new PetBlockers();
        var number = 0;
        foreach (var step in recording.List("steps"))
        {
            foreach (var scale in step.List("events").Where(change => change.Text("type") == "scale"))
            {
                set = set with { Replicas = scale.Int("replicas") };
            }
            api.Begin(step, number);
            if (DifferenceOfStep(step, set, api, blockers) is { } difference) return $"step {number}: {difference}";
            number++;
        }

        return null;
    }

    private static string? DifferenceOfStep(JsonElement step, PetSet set, PetSetApi api, PetBlockers blockers)
    {
        var known = step.Texts("knownPods").Select(api.Pod).ToList();
        var controller = new PetSetController(new PetSetOptions(), OneSync.Now, _ => known, blockers);
        api.RunOneSync(controller, set);
        var result = controller.LastSyncOf(set.Key);
        var actual = $"{string.Join(", ", api.Actions)}; {result.Synced} pets, {result.Errors} errors, blocker {result.BlockedAtStart} "
            + $"then {result.BlockedAtEnd}, stored {blockers.Of(set.Key)?.Name}";
        var actions = step.List("expectedActions").Select(action => $"{action.Text("verb")} {action.Text("name")}");
        var expected = $"{string.Join(", ", actions)}; {step.Int("expectedStatusReplicas")} pets, {step.Int("expectedErrors")} errors, "
            + $"blocker {step.Text("expectedBlockingPetAtStart")} then {step.Text("expectedBlockingPetAtEnd")}, stored "
            + $"{step.Text("expectedStoredBlockerAfterSync")}";
        return actual == expected ? null : $"{actual}; recorded {expected}";
    }

    private static PetSet ReadSet(JsonElement recording) => new()
    {
        Metadata = new ObjectMeta { Name = recording.Text("petSetName"), Namespace = recording.Text("namespace") },
        ServiceName = recording.Text("serviceName"),
        Replicas = recording.Int("initialReplicas"),
        VolumeClaimTemplates = [.. recording.Texts("volumeClaimTemplates").Select(name => new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta { Name = name },
        })],
        Template = new PodTemplate
        {
            Spec = new PodSpec
            {
                Volumes = [.. recording.Texts("templateEmptyOrHostVolumes").Select(name => new Volume { Name = name, IsEmptyDir = true })],
            },
        },
    };

    private static string? DifferenceOfIdentities(JsonElement recording, PetSet set)
    {
        var expected = recording.List("identities").Select(Describe).ToList();
        var actual = PetIdentity.AllOf(set with { Replicas = expected.Count }).Select(Describe).ToList();
        return actual.SequenceEqual(expected) ? null : $"identities {string.Join(" | ", actual)}, recorded {string.Join(" | ", expected)}";
    }

    private static string Describe(PetIdentity pet)
    {
        var volumes = pet.Pod.Spec.Volumes.Select(volume => $"{volume.Name}={(volume.ClaimName is { } claim ? $"pvc:{claim}" : "local")}")
            .Order(StringComparer.Ordinal);
        var annotations = pet.Pod.Metadata.Annotations;
        return $"{pet.Key} {annotations[WellKnownAnnotations.PodHostname]} {annotations[WellKnownAnnotations.PodSubdomain]} "
            + $"{string.Join(",", volumes)} {string.Join(",", pet.Claims.Select(claim => claim.Name))}";
    }

    private static string Describe(JsonElement pet)
    {
        var volumes = pet.Labels("podVolumes").Select(volume => $"{volume.Key}={volume.Value}");
        return $"{pet.Text("namespace")}/{pet.Text("podName")} {pet.Text("hostnameAnnotation")} {pet.Text("subdomainAnnotation")} "
            + $"{string.Join(",", volumes)} {string.Join(",", pet.Texts("pvcNames"))}";
    }
}
