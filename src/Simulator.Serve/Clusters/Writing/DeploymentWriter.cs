using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>extensions/v1beta1 Deployment.</summary>
internal static class DeploymentWriter
{
    public static JsonObject Write(Deployment deployment, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(deployment.Metadata, setting),
        ["spec"] = WriteSpec(deployment),
        ["status"] = WriteStatus(deployment.Status),
    };

    private static JsonObject WriteSpec(Deployment deployment) => new JsonObject { ["replicas"] = deployment.Replicas }
        .Node("selector", SelectorWriter.Write(deployment.Selector))
        .Set("template", PodSpecWriter.Write(deployment.Template))
        .Set("strategy", WriteStrategy(deployment))
        .Number("minReadySeconds", deployment.MinReadySeconds)
        .Node("revisionHistoryLimit", deployment.RevisionHistoryLimit)
        .Flag("paused", deployment.Paused)
        .Node("rollbackTo", deployment.RollbackTo is { } revision ? new JsonObject().Number("revision", revision) : null);

    private static JsonObject WriteStrategy(Deployment deployment)
    {
        var strategy = new JsonObject { ["type"] = deployment.Strategy };
        if (deployment.Strategy != "RollingUpdate" && !deployment.HasRollingUpdate) return strategy;
        return strategy.Set("rollingUpdate", new JsonObject
        {
            ["maxUnavailable"] = Fields.Either(deployment.MaxUnavailable, deployment.AreTexts.MaxUnavailable),
            ["maxSurge"] = Fields.Either(deployment.MaxSurge, deployment.AreTexts.MaxSurge),
        });
    }

    private static JsonObject WriteStatus(DeploymentStatus status) => new JsonObject()
        .Number("observedGeneration", status.ObservedGeneration)
        .Number("replicas", status.Replicas)
        .Number("updatedReplicas", status.UpdatedReplicas)
        .Number("availableReplicas", status.AvailableReplicas)
        .Number("unavailableReplicas", status.UnavailableReplicas);
}
