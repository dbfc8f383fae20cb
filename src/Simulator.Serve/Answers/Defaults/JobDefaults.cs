using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Jobs and autoscalers.</summary>
internal static class JobDefaults
{
    public static void OfJob(JsonObject job)
    {
        var spec = job.Child("spec");
        if (spec["completions"] is null && spec["parallelism"] is null) spec["completions"] = 1L;
        spec.Default("parallelism", 1L);
    }

    public static void OfBetaJob(JsonObject job)
    {
        if (WorkloadDefaults.TemplateLabels(job) is { } labels)
        {
            var spec = job.Child("spec");
            if (!spec["autoSelector"].IsTrue()) spec.Default("selector", new JsonObject { ["matchLabels"] = labels.DeepClone() });
            WorkloadDefaults.Label(job, labels);
        }

        OfJob(job);
    }

    public static void OfAutoscaler(JsonObject autoscaler) => autoscaler.Child("spec").Default("minReplicas", 1L);

    public static void OfBetaAutoscaler(JsonObject autoscaler)
    {
        OfAutoscaler(autoscaler);
        autoscaler.Child("spec").Default("cpuUtilization", new JsonObject { ["targetPercentage"] = 80L });
    }
}
