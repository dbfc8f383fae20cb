using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>batch/v1 Job.</summary>
internal static class JobWriter
{
    public static JsonObject Write(Job job, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(job.Metadata, setting),
        ["spec"] = new JsonObject { ["parallelism"] = job.Parallelism }
            .Node("completions", job.Completions)
            .Number("activeDeadlineSeconds", (long?)job.ActiveDeadline?.TotalSeconds)
            .Node("selector", SelectorWriter.Write(job.Selector))
            .Flag("manualSelector", job.HasManualSelector)
            .Set("template", PodSpecWriter.Write(job.Template)),
        ["status"] = WriteStatus(job.Status, setting),
    };

    private static JsonObject WriteStatus(JobStatus status, Setting setting) => new JsonObject()
        .List("conditions", status.Conditions, condition => Write(condition, setting))
        .Node("startTime", setting.Clock.Text(status.StartTime))
        .Node("completionTime", setting.Clock.Text(status.CompletionTime))
        .Number("active", status.Active)
        .Number("succeeded", status.Succeeded)
        .Number("failed", status.Failed);

    private static JsonObject Write(JobCondition condition, Setting setting) => new JsonObject
    {
        ["type"] = condition.Type,
        ["status"] = "True",
        ["lastProbeTime"] = setting.Clock.Text(condition.LastTransitionTime),
        ["lastTransitionTime"] = setting.Clock.Text(condition.LastTransitionTime),
    }.Text("reason", condition.Reason);
}
