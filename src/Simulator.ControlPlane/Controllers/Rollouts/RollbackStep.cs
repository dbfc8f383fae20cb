using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>Goes back to the template of an older revision, as an annotation of old clients asks (rollback.go).</summary>
internal sealed class RollbackStep(RolloutSets sets, RolloutWrites writes)
{
    /// <summary>
    /// The revision that is asked for, 0 = the last but one; null: none. The field of old clients is stored as the annotation.
    /// </summary>
    public static long? TargetOf(Deployment deployment) => deployment.RollbackTo ?? AnnotatedTarget(deployment);

    private static long? AnnotatedTarget(Deployment deployment) =>
        deployment.Metadata.Annotations.TryGetValue(WellKnownAnnotations.RollbackTo, out var text)
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;

    public IEnumerable<Wait> Run(RolloutState state)
    {
        foreach (var wait in sets.FindOrCreate(state)) yield return wait;
        if (state.HasFailed) yield break;
        var revision = TargetOf(state.Deployment) is { } asked and not 0 ? asked : SetNotes.LastRevision(state.All);
        var target = revision == 0 ? null : state.All.Find(set => SetNotes.RevisionOf(set) == revision);
        var isTaken = target is not null && Take(state, target);
        if (target is null) TellMissing(state, revision);
        foreach (var wait in Write(state)) yield return wait;
        if (state.HasFailed || !isTaken) yield break;
        var message = $"Rolled back deployment \"{state.Deployment.Name}\" to revision {revision}";
        writes.Tell(state, EventType.Normal, "DeploymentRollback", message);
    }

    private void TellMissing(RolloutState state, long revision) => writes.Tell(
        state, EventType.Warning, "DeploymentRollbackRevisionNotFound",
        revision == 0 ? "Unable to find last revision." : "Unable to find the revision to rollback to.");

    /// <returns>False if it is the template that the Deployment has.</returns>
    private bool Take(RolloutState state, ReplicaSet target)
    {
        var deployment = state.Deployment;
        if (TemplateHash.AreEqual(deployment.Template, target.Template))
        {
            writes.Tell(
                state, EventType.Warning, "DeploymentRollbackTemplateUnchanged",
                $"The rollback revision contains the same template as current deployment \"{deployment.Name}\"");
            return false;
        }

        var notes = deployment.Metadata.Annotations.Where(note => SetNotes.IsOwn(note.Key))
            .Concat(target.Metadata.Annotations.Where(note => !SetNotes.IsOwn(note.Key)));
        state.Deployment = deployment with
        {
            Template = target.Template with { Labels = target.Template.Labels.Without(WellKnownLabels.PodTemplateHash) },
            Metadata = deployment.Metadata with { Annotations = LabelSet.Of(notes) },
        };
        return true;
    }

    private static IEnumerable<Wait> Write(RolloutState state)
    {
        var metadata = state.Deployment.Metadata;
        state.Deployment = state.Deployment with
        {
            RollbackTo = null,
            Metadata = metadata with { Annotations = metadata.Annotations.Without(WellKnownAnnotations.RollbackTo) },
        };
        var update = new Call(new UpdateRequest(state.Deployment));
        yield return update;
        state.HasFailed = !update.Response.IsOk;
    }
}
