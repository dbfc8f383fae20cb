using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Selection;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>The PetSets that the watch has shown.</summary>
internal sealed class PetSetEntries(PodIndex<OwnedPods<PetSet>> index, Func<List<Pod>, List<Pod>> list)
{
    private readonly Dictionary<ObjectKey, PetSetEntry> _entries = [];

    /// <summary>Null once it is deleted.</summary>
    public PetSetEntry? Find(ObjectKey key)
    {
        if (!index.TryGetOwner(key, out var owned))
        {
            _entries.Remove(key);
            return null;
        }

        if (!_entries.TryGetValue(key, out var entry) || entry.Owned != owned) _entries[key] = entry = new PetSetEntry(owned!, list);
        return entry;
    }
}
