using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>One sync's view of a deployment and its ReplicaSets; it grows as the sync goes on.</summary>
internal sealed class Rollout(Deployment deployment)
{
    /// <summary>As the watch has shown it, with the changes this sync has written; its resource version stays that of the watch.</summary>
    public Deployment Deployment { get; set; } = deployment;

    /// <summary>The one of the present template; null while there is none.</summary>
    public SetInRollout? New { get; set; }

    /// <summary>All others, in name order.</summary>
    public List<SetInRollout> Old { get; set; } = [];

    /// <summary>The old ones that want pods, and the new one (FilterActiveReplicaSets).</summary>
    public List<SetInRollout> All { get; set; } = [];

    /// <summary>A call was refused: the sync ends, and only an event or the resync starts another.</summary>
    public bool HasFailed { get; set; }

    public Fenceposts Fenceposts => Fenceposts.Of(Deployment);

    public int MinAvailable => Deployment.Replicas - Fenceposts.Unavailable;

    /// <summary>The old ones that want pods.</summary>
    public List<SetInRollout> ActiveOld()
    {
        List<SetInRollout> active = [];
        foreach (var set in Old)
        {
            if (set.Value.Replicas > 0) active.Add(set);
        }

        return active;
    }

    public static int Wanted(List<SetInRollout> sets)
    {
        var sum = 0;
        foreach (var set in sets) sum += set.Value.Replicas;
        return sum;
    }
}

/// <summary>A ReplicaSet in a sync: replaced by what the API server answers to each write.</summary>
internal sealed class SetInRollout(ReplicaSet value)
{
    public ReplicaSet Value { get; set; } = value;

    /// <summary>Oldest first, then by name.</summary>
    public static int ByAge(SetInRollout left, SetInRollout right)
    {
        var order = (left.Value.Metadata.CreationTimestamp ?? default).CompareTo(right.Value.Metadata.CreationTimestamp ?? default);
        return order != 0 ? order : string.CompareOrdinal(left.Value.Name, right.Value.Name);
    }
}
