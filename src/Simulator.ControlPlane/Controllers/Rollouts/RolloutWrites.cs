using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>The writes of a sync: status, sizes of ReplicaSets, history (sync.go).</summary>
internal sealed class RolloutWrites(RoutineSet routines)
{
    /// <summary>The Deployment's status and annotations as the sync has them now.</summary>
    public static IEnumerable<Wait> Status(RolloutState state)
    {
        var write = new Call(new UpdateStatusRequest(state.Deployment));
        yield return write;
        if (!write.Response.IsOk) state.HasFailed = true;
    }

    /// <summary>Without a look at the progress: of a Deployment that is paused, scaled or deleted.</summary>
    public static IEnumerable<Wait> PlainStatus(RolloutState state)
    {
        var status = RolloutStatus.Of(state);
        if (status.SameAs(state.Deployment.Status)) return [];
        state.Deployment = state.Deployment with { Status = status };
        return Status(state);
    }

    /// <summary>If nothing has changed, somebody has to look again when the deadline is over.</summary>
    public static IEnumerable<Wait> Progress(RolloutState state, SyncReport report)
    {
        var status = RolloutStatus.OfRollout(state);
        if (!status.SameAs(state.Deployment.Status))
        {
            state.Deployment = state.Deployment with { Status = status };
            return Status(state);
        }

        if (ProgressRule.Recheck(state, status) is not { } recheck) return [];
        if (recheck < TimeSpan.FromSeconds(1)) report.WantsRetry = true;
        else report.ComeAgainAfter(recheck + TimeSpan.FromSeconds(1));
        return [];
    }

    /// <summary>Only if the size is another one (scaleReplicaSetAndRecordEvent).</summary>
    public IEnumerable<Wait> Scale(RolloutState state, ReplicaSet set, int size)
    {
        (state.HasScaled, state.WasRefused, state.Scaled) = (false, false, set);
        return set.Replicas == size ? [] : Resize(state, set, size, set.Replicas < size ? "up" : "down");
    }

    /// <summary>Also if only what is noted of the sizes is old (scaleReplicaSet).</summary>
    public IEnumerable<Wait> Resize(RolloutState state, ReplicaSet set, int size, string direction)
    {
        (state.HasScaled, state.WasRefused, state.Scaled) = (false, false, set);
        var notes = set.Metadata.Annotations;
        if (set.Replicas == size && SetNotes.HasSizes(notes, state.Deployment)) yield break;
        var update = new Call(new UpdateRequest(set with
        {
            Replicas = size,
            Metadata = set.Metadata with { Annotations = SetNotes.WithSizes(notes, state.Deployment) },
        }));
        yield return update;
        state.WasRefused = !update.Response.IsOk;
        if (state.WasRefused) yield break;
        state.Scaled = (ReplicaSet)update.Response.Object!;
        state.HasScaled = set.Replicas != size;
        if (state.HasScaled) Tell(state, EventType.Normal, "ScalingReplicaSet", $"Scaled {direction} replica set {set.Name} to {size}");
    }

    /// <summary>Of the old ReplicaSets beyond the limit those go that have no pods and nothing to do (cleanupDeployment).</summary>
    public static IEnumerable<Wait> CleanUp(RolloutState state)
    {
        if (state.Deployment.RevisionHistoryLimit is not { } limit || limit == int.MaxValue) yield break;
        var alive = state.Old.FindAll(static set => !set.Metadata.IsBeingDeleted);
        alive.Sort(RolloutState.ByAge);
        foreach (var set in alive.Take(alive.Count - limit))
        {
            if (set.Status.Replicas != 0 || set.Replicas != 0) continue;
            if (set.Metadata.Generation > set.Status.ObservedGeneration) continue;
            var delete = new Call(new DeleteRequest(set.Kind, set.Key));
            yield return delete;
            if (delete.Response.Result is ApiResult.Ok or ApiResult.NotFound) continue;
            state.HasFailed = true;
            yield break;
        }
    }

    public void Tell(RolloutState state, EventType type, string reason, string message) => routines.Tell(
        new EventRequest(reason, state.Deployment.Kind, state.Deployment.Key, message) { Type = type });
}
