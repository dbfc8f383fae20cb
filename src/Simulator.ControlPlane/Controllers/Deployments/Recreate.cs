using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// All old pods away, then new ones (syncRecreateDeployment of 1.3.10). Only the wanted sizes count: it does not wait until the old pods
/// are gone.
/// </summary>
internal sealed class Recreate(RolloutSets sets, SetScaling scaling, DeploymentStatusWrite status)
{
    public IEnumerable<Wait> Run(Rollout rollout)
    {
        foreach (var wait in sets.Find(rollout)) yield return wait;
        if (rollout.HasFailed) yield break;
        var old = rollout.ActiveOld();
        foreach (var set in old)
        {
            foreach (var wait in scaling.Scale(rollout, set, 0)) yield return wait;
            if (rollout.HasFailed) yield break;
        }

        var rest = old.Count > 0 ? status.Write(rollout) : GrowNew(rollout);
        foreach (var wait in rest) yield return wait;
    }

    private IEnumerable<Wait> GrowNew(Rollout rollout)
    {
        if (rollout.New is null)
        {
            foreach (var wait in sets.FindOrCreate(rollout)) yield return wait;
            if (rollout.HasFailed || rollout.New is null) yield break;
        }

        var size = rollout.Deployment.Replicas;
        if (rollout.New.Value.Replicas == size)
        {
            foreach (var wait in status.WriteAfterCleanup(rollout)) yield return wait;
            yield break;
        }

        foreach (var wait in scaling.Scale(rollout, rollout.New, size)) yield return wait;
        if (rollout.HasFailed) yield break;
        foreach (var wait in status.Write(rollout)) yield return wait;
    }
}
