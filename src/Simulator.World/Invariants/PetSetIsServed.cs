using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;

namespace Simulator.World.Invariants;

/// <summary>
/// A PetSet in rest has all its pets, unless one that it has is not healthy: that one holds up all others (pkg/controller/petset of
/// 1.3.10).
/// </summary>
internal static class PetSetIsServed
{
    /// <returns>What is wrong, in words; null if nothing is.</returns>
    public static string? Wrong(PetSet set, List<Pod> pods, PetList list)
    {
        if (!pods.TrueForAll(PetHealth.LetsTheNextGo)) return null;
        var wanted = PetIdentity.AllOf(set).Select(pet => pet.Key).ToHashSet();
        var there = pods.Count(pod => wanted.Contains(pod.Key));
        if (there < wanted.Count) return $"wants {wanted.Count:N0} pets and has {there:N0}, all of them healthy";

        // A sync of 1.3.10 sees one pet: a surplus one may escape it for long.
        return list == PetList.AllPets && pods.Count > there ? $"has {pods.Count - there:N0} pets too many" : null;
    }
}
