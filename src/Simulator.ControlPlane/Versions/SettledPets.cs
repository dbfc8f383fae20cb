using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.StatefulSets;

namespace Simulator.ControlPlane.Versions;

/// <summary>A pod of a PetSet that was made long ago, with its claims.</summary>
public sealed record SettledPet(Pod Pod, IReadOnlyList<PersistentVolumeClaim> Claims);

/// <summary>What the controller of a PetSet would have made of it long ago.</summary>
/// <param name="Pets">In their order.</param>
/// <param name="Revision">The template as its controller keeps it; null where it keeps none.</param>
public sealed record SettledPets(IReadOnlyList<SettledPet> Pets, ControllerRevision? Revision)
{
    /// <summary>Pets know their names by annotations.</summary>
    internal static SettledPets ByAnnotation(PetSet set) =>
        new([.. PetIdentity.AllOf(set).Select(static pet => new SettledPet(pet.Pod, pet.Claims))], null);

    /// <summary>Pods name their owner and their revision.</summary>
    internal static SettledPets ByReference(PetSet set)
    {
        var owner = new Owner<PetSet>(set, static set => set.Selector);
        var revision = RevisionHistory.First(owner);
        var pods = Enumerable.Range(0, set.Replicas).Select(ordinal => StatefulIdentity.New(owner, revision, ordinal));
        return new SettledPets([.. pods.Select(pod => new SettledPet(pod, [.. StatefulIdentity.ClaimsOf(set, pod.Name)]))], revision);
    }

    /// <summary>Of a set of which so many pods run.</summary>
    public PetSetStatus StatusOf(PetSet set, int running) => Revision is null
        ? new PetSetStatus { Replicas = set.Replicas }
        : new PetSetStatus
        {
            ObservedGeneration = set.Metadata.Generation,
            Replicas = running,
            ReadyReplicas = running,
            CurrentReplicas = running,
            UpdatedReplicas = running,
            CurrentRevision = Revision.Name,
            UpdateRevision = Revision.Name,
            CollisionCount = 0,
        };
}
