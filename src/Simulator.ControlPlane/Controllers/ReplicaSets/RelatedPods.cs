using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>
/// Pods that ReplicaSets of the same controller select, whoever owns them: of those that share a node some go first
/// (getIndirectlyRelatedPods, getPodsRankedByRelatedPodsOnSameNode in replica_set.go).
/// </summary>
public sealed class RelatedPods
{
    private readonly PodIndex<SelectingSet> _index = new();
    private readonly Dictionary<string, SortedSet<ObjectKey>> _families = new(StringComparer.Ordinal);

    public void ObservePod(in WatchEvent change) => _index.Apply(change);

    public void ObserveSet(in WatchEvent change)
    {
        var set = (ReplicaController)change.Object;
        if (_index.TryGetOwner(set.Key, out var known)) Forget(known!);
        if (change.Type == WatchEventType.Deleted) return;
        var entry = new SelectingSet(set);
        _index.Add(entry);
        if (entry.Family is not { } family) return;
        if (!_families.TryGetValue(family, out var sets)) _families.Add(family, sets = []);
        sets.Add(set.Key);
    }

    /// <summary>How many active ones are on each node; none for a ReplicaSet that has no controller.</summary>
    public IReadOnlyDictionary<string, int> CountByNode(ReplicaController owner)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        if (owner.Metadata.ControllerReference is not { } controller) return counts;
        HashSet<PodClass<SelectingSet>> seen = [];
        foreach (var key in _families.GetValueOrDefault(controller.Uid, []))
        {
            if (!_index.TryGetOwner(key, out var set)) continue;
            foreach (var pods in set!.Classes)
            {
                if (seen.Add(pods)) Count(pods, counts);
            }
        }

        return counts;
    }

    /// <summary>The pods that go first when an owner has too many.</summary>
    /// <param name="active">Its active pods; reordered, unless all of them go.</param>
    public List<Pod> Victims(ReplicaController owner, List<Pod> active, int count)
    {
        if (count < active.Count) active.Sort(new VictimOrder(CountByNode(owner)));
        return active[..count];
    }

    private static void Count(PodClass<SelectingSet> pods, Dictionary<string, int> counts)
    {
        foreach (var pod in pods.Pods)
        {
            if (pod.IsActive) counts[pod.NodeName] = counts.GetValueOrDefault(pod.NodeName) + 1;
        }
    }

    private void Forget(SelectingSet set)
    {
        _index.Remove(set);
        if (set.Family is not { } family || !_families.TryGetValue(family, out var sets)) return;
        sets.Remove(set.Key);
        if (sets.Count == 0) _families.Remove(family);
    }

    private sealed class SelectingSet(ReplicaController set) : SelectorOwner<SelectingSet>(set.Key)
    {
        private readonly PodSelector _selector = new(set.PodSelector);

        /// <summary>Uid of the controller; null if it has none.</summary>
        public string? Family { get; } = set.Metadata.ControllerReference?.Uid;

        public override bool Selects(LabelSet labels) => _selector.Matches(labels);
    }
}
