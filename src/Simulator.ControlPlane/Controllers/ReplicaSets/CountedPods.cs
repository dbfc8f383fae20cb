using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;

namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>
/// The active pods of each owner, counted as they change: a sync that has nothing to claim need not look at them one by one.
/// </summary>
internal sealed class CountedPods
{
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>A pod that names the owner has come or gone.</summary>
    public void Count(string owner, Pod pod, int change)
    {
        if (!pod.IsActive) return;
        if (!_tallies.TryGetValue(owner, out var tally)) _tallies.Add(owner, tally = new Tally(pod.Metadata.Labels));
        tally.Active += change;
        if (pod.IsReady) tally.Ready += change;
        tally.IsMixed |= !ReferenceEquals(tally.Labels, pod.Metadata.Labels);
        if (tally.Active == 0) _tallies.Remove(owner);
    }

    /// <summary>
    /// Null if they have to be looked at: their labels differ, the owner does not select them, or what is ready counts later than at once.
    /// </summary>
    public ReplicaCount? Of(Owner<ReplicaController> owner)
    {
        if (owner.Value.MinReadySeconds > 0) return null;
        if (!_tallies.TryGetValue(owner.Value.Metadata.Uid, out var tally)) return default(ReplicaCount);
        if (tally.IsMixed || !owner.Selector.Matches(tally.Labels)) return null;
        var labelled = owner.Value.Template.Labels.IsSubsetOf(tally.Labels) ? tally.Active : 0;
        return new ReplicaCount(tally.Active, labelled, tally.Ready, tally.Ready);
    }

    private sealed class Tally(LabelSet labels)
    {
        public LabelSet Labels => labels;

        /// <summary>Pods of one template share their labels; others have been here since there was none.</summary>
        public bool IsMixed { get; set; }

        public int Active { get; set; }

        public int Ready { get; set; }
    }
}
