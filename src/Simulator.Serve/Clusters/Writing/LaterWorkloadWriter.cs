using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Owners of pods in apps/v1 and batch/v1, with the fields of 1.20.2.</summary>
internal static class LaterWorkloadWriter
{
    public static JsonObject Write(ReplicationController controller, Setting setting) =>
        Complete(ReplicationControllerWriter.Write(controller, setting), controller, setting);

    public static JsonObject Write(ReplicaSet set, Setting setting) => Complete(ReplicaSetWriter.Write(set, setting), set, setting);

    public static JsonObject Write(Deployment deployment, Setting setting)
    {
        var written = WithTemplate(DeploymentWriter.Write(deployment, setting), deployment.Template);
        written["spec"]!.AsObject().Node("progressDeadlineSeconds", deployment.ProgressDeadlineSeconds);
        written["status"]!.AsObject()
            .Number("readyReplicas", deployment.Status.ReadyReplicas)
            .List("conditions", deployment.Status.Conditions, condition => ConditionWriter.Write(condition, setting))
            .Node("collisionCount", deployment.Status.CollisionCount);
        return written;
    }

    public static JsonObject Write(DaemonSet set, Setting setting)
    {
        var written = WithTemplate(DaemonSetWriter.Write(set, setting), set.Template);
        var strategy = new JsonObject { ["type"] = set.UpdateStrategy };
        if (set.UpdateStrategy == "RollingUpdate")
        {
            strategy["rollingUpdate"] =
                new JsonObject { ["maxUnavailable"] = Fields.Either(set.MaxUnavailable, set.MaxUnavailable.EndsWith('%')) };
        }

        written["spec"]!.AsObject()
            .Set("updateStrategy", strategy)
            .Number("minReadySeconds", set.MinReadySeconds)
            .Set("revisionHistoryLimit", set.RevisionHistoryLimit ?? 10);
        written["status"]!.AsObject()
            .Set("numberReady", set.Status.NumberReady)
            .Number("observedGeneration", set.Status.ObservedGeneration)
            .Number("updatedNumberScheduled", set.Status.UpdatedNumberScheduled)
            .Number("numberAvailable", set.Status.NumberAvailable)
            .Number("numberUnavailable", set.Status.NumberUnavailable)
            .Node("collisionCount", set.Status.CollisionCount);
        return written;
    }

    public static JsonObject Write(Job job, Setting setting)
    {
        var written = WithTemplate(JobWriter.Write(job, setting), job.Template);
        written["spec"]!.AsObject().Node("backoffLimit", job.BackoffLimit);
        return written;
    }

    private static JsonObject Complete(JsonObject written, ReplicaController controller, Setting setting)
    {
        WithTemplate(written, controller.Template)["spec"]!.AsObject().Number("minReadySeconds", controller.MinReadySeconds);
        written["status"]!.AsObject()
            .Number("readyReplicas", controller.Status.ReadyReplicas)
            .Number("availableReplicas", controller.Status.AvailableReplicas)
            .List("conditions", controller.Status.Conditions, condition => ConditionWriter.Write(condition, setting));
        return written;
    }

    private static JsonObject WithTemplate(JsonObject written, PodTemplate template)
    {
        LaterSpecWriter.Complete(written["spec"]!["template"]!.AsObject(), template);
        return written;
    }
}
