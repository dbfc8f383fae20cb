using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>
/// Gives a Deployment that was scaled, or is paused, its size, in the middle of a rollout in proportion (scale in sync.go).
/// </summary>
internal sealed class ProportionalScaling(RolloutWrites writes)
{
    public IEnumerable<Wait> Run(RolloutState state)
    {
        var (deployment, active) = (state.Deployment, RolloutState.Active(state.All));
        if (ActiveOrLatest(state, active) is { } only) return Scale(state, [(only, deployment.Replicas)]);
        if (IsSaturated(state))
        {
            return Scale(
                state, RolloutState.Active(state.Old).OrderByDescending(set => set, Comparer<ReplicaSet>.Create(RolloutState.ByAge))
                .Select(static set => (set, 0)));
        }

        return RolloutLimits.IsRolling(deployment) && active.Count > 0 ? Distribute(state, active) : [];
    }

    /// <summary>The one that has pods; if none has, the new one or else the newest (FindActiveOrLatest).</summary>
    private static ReplicaSet? ActiveOrLatest(RolloutState state, List<ReplicaSet> active) => active.Count switch
    {
        0 => state.New ?? (state.Old.Count > 0 ? state.Old.MaxBy(set => set, Comparer<ReplicaSet>.Create(RolloutState.ByAge)) : null),
        1 => active[0],
        _ => null,
    };

    private static bool IsSaturated(RolloutState state)
    {
        var wanted = state.Deployment.Replicas;
        return state.New is { } set
            && SetNotes.Number(set, WellKnownAnnotations.DesiredReplicas) == wanted
            && set.Replicas == wanted
            && set.Status.AvailableReplicas == wanted;
    }

    private IEnumerable<Wait> Scale(RolloutState state, IEnumerable<(ReplicaSet Set, int Size)> sizes)
    {
        foreach (var (set, size) in sizes)
        {
            foreach (var wait in writes.Scale(state, set, size)) yield return wait;
            state.HasFailed = state.WasRefused;
            if (state.HasFailed) yield break;
        }
    }

    private IEnumerable<Wait> Distribute(RolloutState state, List<ReplicaSet> active)
    {
        var deployment = state.Deployment;
        var most = deployment.Replicas > 0 ? deployment.Replicas + RolloutLimits.Surge(deployment) : 0;
        var toAdd = most - RolloutState.Wanted(active);
        if (toAdd > 0) active.Sort(static (left, right) => BySize(left, right, RolloutState.ByAge(right, left)));
        else if (toAdd < 0) active.Sort(static (left, right) => BySize(left, right, RolloutState.ByAge(left, right)));
        var sizes = Sizes(deployment, active, toAdd);
        for (var i = 0; i < sizes.Length; i++)
        {
            foreach (var wait in writes.Resize(state, active[i], sizes[i], toAdd > 0 ? "up" : "down")) yield return wait;
            state.HasFailed = state.WasRefused;
            if (state.HasFailed) yield break;
        }
    }

    private static int BySize(ReplicaSet left, ReplicaSet right, int ofEqual) =>
        left.Replicas != right.Replicas ? right.Replicas.CompareTo(left.Replicas) : ofEqual;

    /// <summary>Each its share; what rounding leaves goes to the first.</summary>
    private static int[] Sizes(Deployment deployment, List<ReplicaSet> active, int toAdd)
    {
        var sizes = active.Select(static set => set.Replicas).ToArray();
        if (toAdd == 0) return sizes;
        var added = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            var share = Share(deployment, active[i], toAdd, added);
            sizes[i] += share;
            added += share;
        }

        sizes[0] = Math.Max(0, sizes[0] + toAdd - added);
        return sizes;
    }

    /// <summary>No more than is left, in either direction (GetProportion).</summary>
    private static int Share(Deployment deployment, ReplicaSet set, int toAdd, int added)
    {
        if (set.Replicas == 0 || toAdd == added) return 0;
        var fraction = Fraction(deployment, set);
        return toAdd > 0 ? Math.Min(fraction, toAdd - added) : Math.Max(fraction, toAdd - added);
    }

    /// <summary>What the set would gain if it kept its share of the Deployment's largest size.</summary>
    private static int Fraction(Deployment deployment, ReplicaSet set)
    {
        if (deployment.Replicas == 0) return -set.Replicas;
        var before = SetNotes.Number(set, WellKnownAnnotations.MaxReplicas) ?? deployment.Status.Replicas;
        var size = (double)unchecked(set.Replicas * (deployment.Replicas + RolloutLimits.Surge(deployment))) / before;
        return unchecked((int)(size < 0 ? size - 0.5 : size + 0.5)) - set.Replicas;
    }
}
