using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Deployments;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>What one sync of a Deployment knows and changes.</summary>
/// <param name="sets">Its ReplicaSets as the watch has shown them, oldest first; what the sync writes does not change them.</param>
/// <param name="now">Whole seconds.</param>
internal sealed class RolloutState(Owner<Deployment> owner, List<ReplicaSet> sets, Instant now)
{
    public Owner<Deployment> Owner => owner;

    /// <summary>With what this sync has changed so far.</summary>
    public Deployment Deployment { get; set; } = owner.Value;

    public Instant Now => now;

    /// <summary>The ReplicaSet of the present template; null if there is none.</summary>
    public ReplicaSet? New { get; private set; }

    /// <summary>All others, oldest first.</summary>
    public List<ReplicaSet> Old { get; private set; } = [];

    /// <summary>The old ones, then the new one.</summary>
    public List<ReplicaSet> All { get; private set; } = [];

    /// <summary>A call was refused: the sync ends here and comes again.</summary>
    public bool HasFailed { get; set; }

    /// <summary>The last try to give a ReplicaSet another size has changed its size.</summary>
    public bool HasScaled { get; set; }

    /// <summary>The last try to give a ReplicaSet another size was refused.</summary>
    public bool WasRefused { get; set; }

    /// <summary>What the last try to give a ReplicaSet another size left of it.</summary>
    public ReplicaSet? Scaled { get; set; }

    /// <summary>Tells the new one from the old ones, as the watch has shown them (FindNewReplicaSet, FindOldReplicaSets).</summary>
    public void Sort()
    {
        var present = sets.Find(set => TemplateHash.AreEqual(set.Template, Deployment.Template));
        Old = sets.FindAll(set => set != present);
        SetNew(present);
    }

    public void SetNew(ReplicaSet? set)
    {
        New = set;
        All = set is null ? [.. Old] : [.. Old, set];
    }

    public static List<ReplicaSet> Active(IEnumerable<ReplicaSet> sets) => [.. sets.Where(static set => set.Replicas > 0)];

    public static int Wanted(IEnumerable<ReplicaSet> sets) => sets.Sum(static set => set.Replicas);

    public static int Available(IEnumerable<ReplicaSet> sets) => sets.Sum(static set => set.Status.AvailableReplicas);

    /// <summary>The oldest first, then by name.</summary>
    public static int ByAge(ReplicaSet left, ReplicaSet right)
    {
        var byAge = (left.Metadata.CreationTimestamp ?? default).CompareTo(right.Metadata.CreationTimestamp ?? default);
        return byAge != 0 ? byAge : string.CompareOrdinal(left.Name, right.Name);
    }
}
