using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// Puts the template of an earlier revision back into the deployment (rollback of 1.3.10); the sync then rolls out to it.
/// </summary>
internal sealed class Rollback(RolloutSets sets, RoutineSet routines)
{
    public IEnumerable<Wait> Run(Rollout rollout)
    {
        foreach (var wait in sets.FindOrCreate(rollout)) yield return wait;
        if (rollout.HasFailed) yield break;

        List<SetInRollout> all = [.. rollout.Old];
        if (rollout.New is { } present) all.Add(present);
        var target = TargetOf(rollout, all);
        var performs = target is not null && !TemplateHash.AreEqual(target.Template, rollout.Deployment.Template);
        var changed = performs ? WithTemplateOf(rollout.Deployment, target!) : rollout.Deployment;
        rollout.Deployment = changed with { RollbackTo = null };
        var update = new Call(new UpdateRequest(rollout.Deployment));
        yield return update;
        rollout.HasFailed = !update.Response.IsOk;
        if (performs && update.Response.IsOk)
        {
            Tell(rollout, "DeploymentRollback", $"Rolled back deployment \"{changed.Name}\" to revision {Revision.Of(target!)}");
        }
    }

    private ReplicaSet? TargetOf(Rollout rollout, List<SetInRollout> all)
    {
        var revision = rollout.Deployment.RollbackTo!.Value;
        if (revision == 0) revision = Revision.SecondHighest(all);
        if (revision == 0)
        {
            Tell(rollout, "DeploymentRollbackRevisionNotFound", "Unable to find last revision.");
            return null;
        }

        var target = all.Find(set => Revision.Of(set.Value) == revision)?.Value;
        if (target is null) Tell(rollout, "DeploymentRollbackRevisionNotFound", "Unable to find the revision to rollback to.");
        else if (TemplateHash.AreEqual(target.Template, rollout.Deployment.Template))
        {
            Tell(
                rollout, "DeploymentRollbackTemplateUnchanged",
                $"The rollback revision contains the same template as current deployment \"{rollout.Deployment.Name}\"");
        }
        return target;
    }

    /// <summary>The annotations of the ReplicaSet come back with its template, but those that are never copied.</summary>
    private static Deployment WithTemplateOf(Deployment deployment, ReplicaSet target)
    {
        var own = deployment.Metadata.Annotations.Where(pair => !Revision.IsCopied(pair.Key));
        var copied = target.Metadata.Annotations.Where(pair => Revision.IsCopied(pair.Key));
        return deployment with
        {
            Metadata = deployment.Metadata with { Annotations = LabelSet.Of([.. own, .. copied]) },
            Template = target.Template with { Labels = target.Template.Labels.Without(WellKnownLabels.PodTemplateHash) },
        };
    }

    private void Tell(Rollout rollout, string reason, string message) =>
        routines.Tell(new EventRequest(reason, "Deployment", rollout.Deployment.Key, message));
}
