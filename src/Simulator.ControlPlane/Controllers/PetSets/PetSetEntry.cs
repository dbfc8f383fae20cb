using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>A PetSet as the watch has shown it, the pets that it should have and those that its list shows.</summary>
/// <param name="list">What the store's pods look like to a sync, given in key order.</param>
internal sealed class PetSetEntry(OwnedPods<PetSet> owned, Func<List<Pod>, List<Pod>> list)
{
    private IReadOnlyList<PetIdentity> _pets = [];
    private PetSet? _petsOf;

    /// <summary>Another one once the set was deleted and made again.</summary>
    public OwnedPods<PetSet> Owned => owned;

    public PetSet Value => owned.Value;

    /// <summary>By ordinal.</summary>
    public IReadOnlyList<PetIdentity> Pets
    {
        get
        {
            if (_petsOf is null || !IsSame(_petsOf, Value)) _pets = PetIdentity.AllOf(Value);
            _petsOf = Value;
            return _pets;
        }
    }

    public PetSetSyncResult LastSync { get; set; }

    /// <summary>In the order of their creation, then by name.</summary>
    public List<Pod> KnownPets()
    {
        var pods = owned.Pods().ToList();
        pods.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        var known = list(pods);
        known.Sort(static (left, right) =>
        {
            var order = Nullable.Compare(left.Metadata.CreationTimestamp, right.Metadata.CreationTimestamp);
            return order != 0 ? order : left.Key.CompareTo(right.Key);
        });
        return known;
    }

    /// <summary>Known pets that the set should not have, the newest first.</summary>
    public IEnumerable<ObjectKey> SurplusOf(List<Pod> known)
    {
        var wanted = Pets.Select(pet => pet.Key).ToHashSet();
        for (var i = known.Count - 1; i >= 0; i--)
        {
            if (!wanted.Contains(known[i].Key)) yield return known[i].Key;
        }
    }

    /// <summary>The status alone changes no pet.</summary>
    private static bool IsSame(PetSet old, PetSet now) =>
        old.Replicas == now.Replicas && old.ServiceName == now.ServiceName && ReferenceEquals(old.Template, now.Template)
        && ReferenceEquals(old.VolumeClaimTemplates, now.VolumeClaimTemplates) && ReferenceEquals(old.Selector, now.Selector);
}
