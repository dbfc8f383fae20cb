using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>
/// What one sync does to the pods of a set: makes those that are missing, takes away those beyond the size, then one of an old revision
/// (updateStatefulSet in stateful_set_control.go).
/// </summary>
internal sealed class StatefulSteps(StatefulCalls calls, RoutineSet routines)
{
    public IEnumerable<Wait> Run(StatefulState state)
    {
        state.CountPods();
        var (slots, condemned) = Place(state);
        if (state.Set.Metadata.IsBeingDeleted) yield break;
        var unhealthy = slots.Concat(condemned).FirstOrDefault(static pod => !pod.IsHealthy);
        foreach (var wait in Fill(state, slots)) yield return wait;
        if (state.HasFailed || state.IsOver) yield break;
        foreach (var wait in Shrink(state, condemned, unhealthy)) yield return wait;
        if (state.HasFailed || state.IsOver || state.Set.UpdateStrategy == "OnDelete") yield break;
        foreach (var wait in Update(state, slots)) yield return wait;
    }

    private static bool IsOrdered(StatefulState state) => state.Set.PodManagementPolicy != "Parallel";

    /// <summary>A pod for each ordinal, there or to be made, and those beyond the size in order.</summary>
    private static (StatefulPod[] Slots, List<StatefulPod> Condemned) Place(StatefulState state)
    {
        var slots = new StatefulPod?[state.Set.Replicas];
        List<StatefulPod> condemned = [];
        foreach (var pod in state.Pods)
        {
            var ordinal = StatefulIdentity.Of(pod.Value.Name).Ordinal;
            if (ordinal >= slots.Length) condemned.Add(pod);
            else if (ordinal >= 0) slots[ordinal] = pod;
        }

        for (var i = 0; i < slots.Length; i++) slots[i] ??= New(state, i);
        condemned.Sort(static (left, right) =>
            StatefulIdentity.Of(left.Value.Name).Ordinal.CompareTo(StatefulIdentity.Of(right.Value.Name).Ordinal));
        return ([.. slots.OfType<StatefulPod>()], condemned);
    }

    /// <summary>
    /// Pods that are not to be updated yet are made of the current revision. Quirk: a partition counts whatever the strategy
    /// (newVersionedStatefulSetPod).
    /// </summary>
    private static StatefulPod New(StatefulState state, int ordinal)
    {
        var set = state.Set;
        var isOld = set.Partition is { } partition
            ? ordinal < partition
            : set.UpdateStrategy == "RollingUpdate" && ordinal < set.Status.CurrentReplicas;
        var revision = isOld ? state.CurrentRevision! : state.UpdateRevision!;
        return new StatefulPod(StatefulIdentity.New(state.Owner, revision, ordinal), IsCreated: false);
    }

    private IEnumerable<Wait> Fill(StatefulState state, StatefulPod[] slots)
    {
        for (var i = 0; i < slots.Length && !state.HasFailed && !state.IsOver; i++)
        {
            if (slots[i].HasFailed)
            {
                foreach (var wait in Replace(state, slots, i)) yield return wait;
                if (state.HasFailed) yield break;
            }

            var pod = slots[i];
            if (!pod.IsCreated)
            {
                foreach (var wait in calls.Create(state, pod.Value)) yield return wait;
                if (!state.HasFailed) state.CountCreated(pod);
                state.IsOver = IsOrdered(state);
            }
            else if (IsOrdered(state) && (pod.IsTerminating || !pod.IsRunningAndReady)) state.IsOver = true;
            else if (!StatefulIdentity.Matches(state.Set, pod.Value) || !StatefulIdentity.HasStorage(state.Set, pod.Value))
            {
                foreach (var wait in calls.Mend(state, pod.Value)) yield return wait;
            }
        }
    }

    private IEnumerable<Wait> Replace(StatefulState state, StatefulPod[] slots, int ordinal)
    {
        var (set, failed) = (state.Set, slots[ordinal]);
        var message = $"StatefulSet {set.Key} is recreating failed Pod {failed.Value.Name}";
        routines.Tell(new EventRequest("RecreatingFailedPod", set.Kind, set.Key, message) { Type = EventType.Warning });
        foreach (var wait in calls.Delete(state, failed.Value)) yield return wait;
        if (state.HasFailed) yield break;
        state.CountReplaced(failed);
        slots[ordinal] = New(state, ordinal);
    }

    /// <summary>From the top. In order, one at a time, and past a pod that is not healthy only if it is the first of these.</summary>
    private IEnumerable<Wait> Shrink(StatefulState state, List<StatefulPod> condemned, StatefulPod? unhealthy)
    {
        for (var i = condemned.Count - 1; i >= 0; i--)
        {
            var pod = condemned[i];
            if (pod.IsTerminating)
            {
                state.IsOver = IsOrdered(state);
                if (state.IsOver) yield break;
                continue;
            }

            state.IsOver = IsOrdered(state) && !pod.IsRunningAndReady && !ReferenceEquals(pod, unhealthy);
            if (state.IsOver) yield break;
            foreach (var wait in calls.Delete(state, pod.Value)) yield return wait;
            if (state.HasFailed) yield break;
            state.CountCondemned(pod);
            state.IsOver = IsOrdered(state);
            if (state.IsOver) yield break;
        }
    }

    /// <summary>
    /// One pod a sync, from the top down to the partition. Quirk: it counts as one of the current revision, whatever its own was.
    /// </summary>
    private IEnumerable<Wait> Update(StatefulState state, StatefulPod[] slots)
    {
        for (var i = slots.Length - 1; i >= (state.Set.Partition ?? 0); i--)
        {
            var pod = slots[i];
            if (pod.Revision != state.UpdateRevision!.Name && !pod.IsTerminating)
            {
                foreach (var wait in calls.Delete(state, pod.Value)) yield return wait;
                state.CurrentReplicas--;
                yield break;
            }

            if (!pod.IsHealthy) yield break;
        }
    }
}
