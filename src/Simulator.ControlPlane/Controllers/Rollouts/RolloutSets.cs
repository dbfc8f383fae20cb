using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>
/// Finds the new ReplicaSet, keeps its revision and its annotations, makes it if asked (getAllReplicaSetsAndSyncRevision, getNewReplicaSet
/// in sync.go).
/// </summary>
/// <param name="nameOf">Which ReplicaSet has a name, whoever owns it; null for none.</param>
internal sealed class RolloutSets(RolloutWrites writes, Func<ObjectKey, ReplicaSet?> nameOf)
{
    public IEnumerable<Wait> Find(RolloutState state)
    {
        state.Sort();
        return state.New is { } present ? Keep(state, present) : [];
    }

    public IEnumerable<Wait> FindOrCreate(RolloutState state)
    {
        state.Sort();
        return state.New is { } present ? Keep(state, present) : Create(state);
    }

    /// <summary>If the ReplicaSet has to be written, that is all that happens.</summary>
    private static IEnumerable<Wait> Keep(RolloutState state, ReplicaSet present)
    {
        var (deployment, notes) = (state.Deployment, present.Metadata.Annotations);
        var updated = SetNotes.Updated(notes, deployment, SetNotes.HighestRevision(state.Old) + 1);
        if (!ReferenceEquals(updated, notes) || present.MinReadySeconds != deployment.MinReadySeconds)
        {
            return Update(state, present with
            {
                MinReadySeconds = deployment.MinReadySeconds,
                Metadata = present.Metadata with { Annotations = updated },
            });
        }

        var isChanged = TakeRevision(state, notes.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision));
        if (RolloutConditions.HasDeadline(deployment)
            && RolloutConditions.Find(deployment.Status, RolloutConditions.Progressing) is null)
        {
            Progress(state, ConditionStatus.True, "FoundNewReplicaSet", $"Found new replica set \"{present.Name}\"");
            isChanged = true;
        }

        return isChanged ? RolloutWrites.Status(state) : [];
    }

    private static IEnumerable<Wait> Update(RolloutState state, ReplicaSet set)
    {
        var update = new Call(new UpdateRequest(set));
        yield return update;
        if (update.Response.IsOk) state.SetNew((ReplicaSet)update.Response.Object!);
        else state.HasFailed = true;
    }

    private IEnumerable<Wait> Create(RolloutState state)
    {
        var revision = SetNotes.HighestRevision(state.Old) + 1;
        var wanted = NewSet(state, revision);
        var create = new Call(new CreateRequest(wanted));
        yield return create;
        var isThere = create.Response.Result == ApiResult.AlreadyExists;
        var made = isThere ? OwnOf(state, wanted) : create.Response.Object as ReplicaSet;
        if (made is null || !(create.Response.IsOk || isThere))
        {
            foreach (var wait in Fail(state, wanted, create.Response, isThere)) yield return wait;
            yield break;
        }

        state.SetNew(made);
        var isChanged = TakeRevision(state, revision.ToString(CultureInfo.InvariantCulture));
        if (!isThere) isChanged |= TellOfNew(state, made, wanted.Replicas);
        if (!isChanged) yield break;
        foreach (var wait in RolloutWrites.Status(state)) yield return wait;
    }

    private bool TellOfNew(RolloutState state, ReplicaSet made, int size)
    {
        if (size > 0)
        {
            writes.Tell(state, EventType.Normal, "ScalingReplicaSet", $"Scaled up replica set {made.Name} to {size}");
        }

        if (!RolloutConditions.HasDeadline(state.Deployment)) return false;
        Progress(state, ConditionStatus.True, "NewReplicaSetCreated", $"Created new replica set \"{made.Name}\"");
        return true;
    }

    /// <summary>A name that another template has leads to another name next time.</summary>
    private IEnumerable<Wait> Fail(RolloutState state, ReplicaSet wanted, ApiResponse answer, bool isCollision)
    {
        state.HasFailed = true;
        if (isCollision)
        {
            var status = state.Deployment.Status;
            state.Deployment = state.Deployment with { Status = status with { CollisionCount = (status.CollisionCount ?? 0) + 1 } };
            foreach (var wait in RolloutWrites.Status(state)) yield return wait;
            yield break;
        }

        if (answer.IsNamespaceTerminating) yield break;
        var message = $"Failed to create new replica set \"{wanted.Name}\": {answer.Outcome}";
        if (RolloutConditions.HasDeadline(state.Deployment))
        {
            Progress(state, ConditionStatus.False, "ReplicaSetCreateError", message);
            foreach (var wait in RolloutWrites.Status(state)) yield return wait;
        }

        writes.Tell(state, EventType.Warning, "ReplicaSetCreateError", message);
    }

    /// <summary>The ReplicaSet that has the name already, if it is what was to be made.</summary>
    private ReplicaSet? OwnOf(RolloutState state, ReplicaSet wanted) =>
        nameOf(wanted.Key) is { } known
        && known.Metadata.ControllerReference?.Uid == state.Deployment.Metadata.Uid
        && TemplateHash.AreEqual(known.Template, state.Deployment.Template)
            ? known
            : null;

    private static ReplicaSet NewSet(RolloutState state, long revision)
    {
        var (deployment, owner) = (state.Deployment, state.Owner);
        var hash = RolloutHash.Of(deployment);
        var template = TemplateHash.Labelled(deployment.Template, hash);
        return new ReplicaSet
        {
            Metadata = new ObjectMeta
            {
                Name = $"{deployment.Name}-{hash}",
                Namespace = deployment.Namespace,
                Labels = template.Labels,
                Annotations = SetNotes.WithSizes(SetNotes.Updated(LabelSet.Empty, deployment, revision), deployment),
                OwnerReferences = owner.References,
                CreatedBy = owner.CreatedBy,
            },
            Replicas = RolloutLimits.NewSize(deployment, 0, RolloutState.Wanted(state.Old)),
            MinReadySeconds = deployment.MinReadySeconds,
            Selector = deployment.Selector! with
            {
                MatchLabels = deployment.Selector.MatchLabels.With(WellKnownLabels.PodTemplateHash, hash),
            },
            Template = template,
        };
    }

    /// <returns>Whether it is another one.</returns>
    private static bool TakeRevision(RolloutState state, string revision)
    {
        var metadata = state.Deployment.Metadata;
        var isSame = metadata.Annotations.TryGetValue(WellKnownAnnotations.DeploymentRevision, out var known) && known == revision;
        if (isSame || (known is null && revision.Length == 0)) return false;
        state.Deployment = state.Deployment with
        {
            Metadata = metadata with { Annotations = metadata.Annotations.With(WellKnownAnnotations.DeploymentRevision, revision) },
        };
        return true;
    }

    private static void Progress(RolloutState state, ConditionStatus status, string reason, string message)
    {
        var condition = RolloutConditions.New(RolloutConditions.Progressing, status, reason, message, state.Now);
        state.Deployment = state.Deployment with { Status = RolloutConditions.With(state.Deployment.Status, condition) };
    }
}
