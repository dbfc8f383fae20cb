using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Controllers of pods: what they do not say they take from their template.</summary>
internal static class WorkloadDefaults
{
    public static void OfReplicationController(JsonObject controller)
    {
        var spec = controller.Child("spec");
        if (TemplateLabels(controller) is { } labels)
        {
            if (spec["selector"] is not JsonObject { Count: > 0 }) spec["selector"] = labels.DeepClone();
            Label(controller, labels);
        }

        spec.Default("replicas", 1L);
    }

    /// <summary>Pet sets likewise.</summary>
    public static void OfReplicaSet(JsonObject set)
    {
        OfDaemonSet(set);
        set.Child("spec").Default("replicas", 1L);
    }

    public static void OfDaemonSet(JsonObject set)
    {
        if (TemplateLabels(set) is not { } labels) return;
        set.Child("spec").Default("selector", new JsonObject { ["matchLabels"] = labels.DeepClone() });
        Label(set, labels);
    }

    public static void OfDeployment(JsonObject deployment)
    {
        OfReplicaSet(deployment);
        var strategy = deployment.Child("spec").Child("strategy");
        strategy.Default("type", "RollingUpdate");
        if (strategy.Text("type") != "RollingUpdate") return;
        strategy.Child("rollingUpdate").Default("maxUnavailable", 1L);
        strategy.Child("rollingUpdate").Default("maxSurge", 1L);
    }

    /// <summary>Null where the template has none.</summary>
    public static JsonObject? TemplateLabels(JsonObject controller) =>
        controller["spec"]?["template"]?["metadata"]?["labels"] as JsonObject;

    public static void Label(JsonObject controller, JsonObject labels)
    {
        var metadata = controller.Child("metadata");
        if (metadata["labels"] is not JsonObject { Count: > 0 }) metadata["labels"] = labels.DeepClone();
    }
}
