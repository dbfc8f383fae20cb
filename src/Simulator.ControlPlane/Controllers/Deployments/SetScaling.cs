using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>Gives ReplicaSets another size (scaleReplicaSetAndRecordEvent of 1.3.10).</summary>
internal sealed class SetScaling(WorkQueue queue, RoutineSet routines)
{
    /// <summary>
    /// A refused write (the ReplicaSet controller wrote a status meanwhile) puts the deployment back into the queue and ends the sync.
    /// </summary>
    public IEnumerable<Wait> Scale(Rollout rollout, SetInRollout set, int size)
    {
        var before = set.Value;
        set.Value = before with { Replicas = size };
        var update = new Call(new UpdateRequest(set.Value));
        yield return update;
        if (!update.Response.IsOk)
        {
            queue.Add(rollout.Deployment.Key);
            rollout.HasFailed = true;
            yield break;
        }

        set.Value = (ReplicaSet)update.Response.Object!;
        routines.Tell(Event(rollout.Deployment, $"Scaled {(before.Replicas < size ? "up" : "down")} replica set {before.Name} to {size}"));
    }

    public static EventRequest Event(Deployment deployment, string message) =>
        new("ScalingReplicaSet", "Deployment", deployment.Key, message);
}
