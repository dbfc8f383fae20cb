using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.LimitedJobs;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>One sync of a job that may fail so often.</summary>
public sealed class LimitedJobKind : IConformanceKind
{
    private static readonly LabelSet Labels = LabelSet.Of(("job", "j"));

    private static readonly LabelSet OtherLabels = LabelSet.Of(("job", "other"));

    public string Kind => "job-1.20";

    public string? Difference(JsonElement recording)
    {
        var (job, expectations) = (ReadJob(recording), new CountedExpectations(TimeSpan.FromMinutes(5)));
        if (recording.TryGetProperty("expectationsUnsatisfiedBefore", out var unmet) && unmet.GetBoolean())
        {
            expectations.Expect(job.Key, 1, 0, RecordedText.Now);
        }

        var controller = new LimitedJobController(new LimitedJobOptions(), RecordedText.Now, expectations);
        var api = new RecordedApi(recording, request => request is GetRequest ? new ApiResponse(request, ApiResult.Ok, job) : null);
        api.Run(controller, [.. recording.List("pods").Select(ReadPod), job]);
        var status = api.Calls.OfType<UpdateStatusRequest>().Select(update => ((Job)update.Object).Status).SingleOrDefault();
        var result = controller.LastSync!;
        return RecordedText.FirstDifference(
            ("claims", RecordedText.Lines(api.ClaimPatches), RecordedText.Lines(recording.Texts("expectedClaimPatches"))),
            ("creations", $"{api.CreateSuccesses} of {api.CreateAttempts}",
                $"{recording.Int("expectedCreateSuccesses")} of {recording.Int("expectedCreateAttempts")}"),
            ("deletes", RecordedText.SortedLines(api.Deletes), RecordedText.Lines(recording.Texts("expectedDeletes"))),
            ("status", RecordedText.Of(status is null ? null : Write(status)), RecordedText.OfField(recording, "expectedStatusUpdate")),
            ("events", RecordedText.SortedLines(api.Events), RecordedText.SortedLines(recording.Texts("expectedEvents"))),
            ("forgets", $"{result.IsForgotten}", $"{recording.Bool("expectedForget")}"),
            ("comes again after", $"{result.Later.FirstOrDefault().TotalSeconds}",
                $"{recording.NumberOrNull("expectedRequeueAfterSec") ?? 0}"),
            ("error", $"{result.HasFailed}", $"{recording.Bool("expectedError")}"));
    }

    private static object Write(JobStatus status) => new
    {
        startTime = RecordedText.Time(status.StartTime),
        completionTime = RecordedText.Time(status.CompletionTime),
        active = status.Active,
        succeeded = status.Succeeded,
        failed = status.Failed,
        conditions = status.Conditions.Select(condition => new
        {
            type = condition.Type,
            status = "True",
            lastProbeTime = RecordedText.Time(condition.LastTransitionTime),
            lastTransitionTime = RecordedText.Time(condition.LastTransitionTime),
            reason = condition.Reason,
            message = condition.Message,
        }),
    };

    private static Job ReadJob(JsonElement recording)
    {
        var status = recording.GetProperty("statusBefore");
        var isDeleting = recording.TryGetProperty("jobDeleting", out var deleting) && deleting.GetBoolean();
        return new Job
        {
            Metadata = new ObjectMeta
            {
                Name = "j",
                Namespace = RecordedPod.Namespace,
                Uid = "u1",
                DeletionTimestamp = isDeleting ? RecordedText.Now : null,
            },
            Parallelism = recording.Int("parallelism"),
            Completions = (int?)recording.NumberOrNull("completions"),
            BackoffLimit = recording.Int("backoffLimit"),
            ActiveDeadline = recording.NumberOrNull("activeDeadlineSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Selector = new LabelSelector { MatchLabels = Labels },
            Template = new PodTemplate { Labels = Labels, Spec = new PodSpec { RestartPolicy = recording.Text("restartPolicy") } },
            Status = new JobStatus
            {
                StartTime = RecordedText.Time(status, "startTime"),
                CompletionTime = RecordedText.Time(status, "completionTime"),
                Active = status.IntOr("active", 0),
                Succeeded = status.IntOr("succeeded", 0),
                Failed = status.IntOr("failed", 0),
                Conditions = [.. RecordedConditions.Read(status).Select(condition =>
                    new JobCondition(condition.Type, condition.Reason, condition.LastTransitionTime) { Message = condition.Message })],
            },
        };
    }

    private static Pod ReadPod(JsonElement pod)
    {
        var read = RecordedPod.Read(pod, pod.Bool("labelsMatchSelector") ? Labels : OtherLabels);
        return read with
        {
            Status = read.Status with
            {
                InitContainerRestarts = [.. pod.List("initContainerRestarts").Select(restarts => restarts.GetInt32())],
            },
        };
    }
}
