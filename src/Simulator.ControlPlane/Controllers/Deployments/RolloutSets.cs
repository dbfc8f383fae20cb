using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// Finds a deployment's ReplicaSets, makes the new one if asked, and keeps the revisions (getAllReplicaSetsAndSyncRevision of 1.3.10).
/// </summary>
internal sealed class RolloutSets(DeploymentCache cache, WorkQueue queue, RoutineSet routines)
{
    /// <summary>Without making the new one.</summary>
    public IEnumerable<Wait> Find(Rollout rollout)
    {
        if (!cache.TryGet(rollout.Deployment.Key, out var entry)) yield break;
        Sort(rollout, entry!);
        foreach (var wait in KeepRevision(rollout)) yield return wait;
    }

    public IEnumerable<Wait> FindOrCreate(Rollout rollout)
    {
        if (!cache.TryGet(rollout.Deployment.Key, out var entry)) yield break;
        Sort(rollout, entry!);
        var steps = rollout.New is null ? Create(rollout) : KeepRevision(rollout);
        foreach (var wait in steps) yield return wait;
    }

    /// <summary>
    /// Quirk of 1.3: old ReplicaSets are looked for in a loop over the deployment's pods; without any pod there are none.
    /// </summary>
    private void Sort(Rollout rollout, OwnedPods<Deployment> entry)
    {
        var template = rollout.Deployment.Template;
        var hasPods = entry.HasPods();
        (rollout.New, rollout.Old) = (null, []);
        foreach (var set in cache.SetsOf(entry))
        {
            var isNew = TemplateHash.AreEqual(set.Value.Template, template);
            if (isNew && rollout.New is null) rollout.New = new SetInRollout(set.Value);
            else if (!isNew && hasPods) rollout.Old.Add(new SetInRollout(set.Value));
        }

        Gather(rollout);
    }

    private static void Gather(Rollout rollout)
    {
        rollout.All = rollout.ActiveOld();
        if (rollout.New is { } present) rollout.All.Add(present);
    }

    private static string NextRevision(Rollout rollout) => (Revision.Highest(rollout.Old) + 1).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<Wait> KeepRevision(Rollout rollout)
    {
        if (rollout.New is not { } present) yield break;
        var metadata = present.Value.Metadata;
        var annotations = Revision.Annotations(rollout.Deployment, metadata.Annotations, NextRevision(rollout));
        if (!ReferenceEquals(annotations, metadata.Annotations))
        {
            var update = new Call(new UpdateRequest(present.Value with { Metadata = metadata with { Annotations = annotations } }));
            yield return update;
            rollout.HasFailed = !update.Response.IsOk;
            if (rollout.HasFailed) yield break;
            present.Value = (ReplicaSet)update.Response.Object!;
        }

        // If this write fails the next sync makes it: the sync goes on.
        if (WriteRevision(rollout, annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision)) is { } write) yield return write;
    }

    /// <summary>The answer is not used: what the sync writes later carries the old resource version and is refused as a conflict.</summary>
    private static Call? WriteRevision(Rollout rollout, string revision)
    {
        var deployment = rollout.Deployment;
        var annotations = deployment.Metadata.Annotations;
        if (revision.Length == 0 || annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision) == revision) return null;
        var metadata = deployment.Metadata with { Annotations = annotations.With(WellKnownAnnotations.DeploymentRevision, revision) };
        rollout.Deployment = deployment with { Metadata = metadata };
        return new Call(new UpdateRequest(rollout.Deployment));
    }

    private IEnumerable<Wait> Create(Rollout rollout)
    {
        var revision = NextRevision(rollout);
        var wanted = NewReplicaSet.For(rollout.Deployment, revision);
        wanted = wanted with { Replicas = RolloutPlan.NewSize(rollout, 0, Rollout.Wanted(rollout.Old)) };
        var create = new Call(new CreateRequest(wanted));
        yield return create;
        if (!create.Response.IsOk)
        {
            queue.Add(rollout.Deployment.Key);
            rollout.HasFailed = true;
            yield break;
        }

        rollout.New = new SetInRollout((ReplicaSet)create.Response.Object!);
        Gather(rollout);
        if (wanted.Replicas > 0)
        {
            routines.Tell(SetScaling.Event(rollout.Deployment, $"Scaled up replica set {wanted.Name} to {wanted.Replicas}"));
        }
        if (WriteRevision(rollout, revision) is not { } write) yield break;
        yield return write;
        rollout.HasFailed = !write.Response.IsOk;
    }
}
