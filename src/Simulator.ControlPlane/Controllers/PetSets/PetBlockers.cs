using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>Which pet each set waits for, from one sync to the next (unhealthyPetTracker of 1.3.10).</summary>
/// <remarks>An entry goes only when its pet is seen healthy: one that has vanished is remembered, and blocks again when a pet of its name
/// comes.</remarks>
public sealed class PetBlockers
{
    private readonly Dictionary<ObjectKey, ObjectKey> _blockers = [];

    public ObjectKey? Of(ObjectKey set) => _blockers.TryGetValue(set, out var pet) ? pet : null;

    /// <summary>Null changes nothing.</summary>
    public void Remember(ObjectKey set, ObjectKey? pet)
    {
        if (pet is { } blocker) _blockers[set] = blocker;
    }

    public void Forget(ObjectKey set) => _blockers.Remove(set);
}
