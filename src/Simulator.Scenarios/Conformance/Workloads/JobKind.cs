using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Jobs;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>One sync of a job: how many pods come and go, and what its status says.</summary>
public sealed class JobKind : IConformanceKind
{
    private static readonly LabelSet Labels = LabelSet.Of(("job", "it"));

    public string Kind => "job";

    public string? Difference(JsonElement recording)
    {
        var pods = ReadPods(recording).ToList();
        var sync = new OneSync(new JobController(new JobOptions(), OneSync.Now), pods).Run([.. pods, ReadJob(recording)]);
        var (creates, deletes) = (sync.Calls.Count(call => call is CreateRequest), sync.Calls.Count(call => call is DeleteRequest));
        if (creates != recording.Int("expectedCreates")) return $"{creates} creations, recorded {recording.Int("expectedCreates")}";
        if (deletes != recording.Int("expectedDeletes")) return $"{deletes} deletions, recorded {recording.Int("expectedDeletes")}";
        var written = sync.Calls.OfType<UpdateStatusRequest>().Select(update => ((Job)update.Object).Status).SingleOrDefault();
        if ((written is not null) != recording.Bool("expectedStatusUpdated"))
        {
            return $"status {(written is null ? "not " : "")}written, recorded otherwise";
        }
        return written is null ? null : DifferenceOf(written, recording);
    }

    private static string? DifferenceOf(JobStatus status, JsonElement recording)
    {
        var actual = $"{status.Active} {status.Succeeded} {status.Failed} {status.Conditions.LastOrDefault()?.Type}";
        var expected = $"{recording.Int("expectedStatusActive")} {recording.Int("expectedStatusSucceeded")} "
            + $"{recording.Int("expectedStatusFailed")} {recording.Text("expectedCondition")}";
        return actual == expected ? null : $"status {actual}, recorded {expected}";
    }

    private static Job ReadJob(JsonElement recording) => new()
    {
        Metadata = new ObjectMeta { Name = "it" },
        Parallelism = recording.Int("parallelism"),
        Completions = IntOrNull(recording, "completions"),
        ActiveDeadline = IntOrNull(recording, "activeDeadlineSeconds") is { } deadline ? TimeSpan.FromSeconds(deadline) : null,
        Selector = new LabelSelector { MatchLabels = Labels },
        Template = new PodTemplate { Labels = Labels },
        Status = new JobStatus
        {
            StartTime = IntOrNull(recording, "startedSecAgo") is { } ago ? OneSync.Now - TimeSpan.FromSeconds(ago) : null,
        },
    };

    private static int? IntOrNull(JsonElement recording, string field) =>
        recording.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static IEnumerable<Pod> ReadPods(JsonElement recording) =>
    [
        .. Pods(recording.Int("pendingPods"), PodPhase.Pending),
        .. Pods(recording.Int("runningPods"), PodPhase.Running),
        .. Pods(recording.Int("succeededPods"), PodPhase.Succeeded),
        .. Pods(recording.Int("failedPods"), PodPhase.Failed),
    ];

    private static IEnumerable<Pod> Pods(int count, PodPhase phase) => Enumerable.Range(0, count).Select(number => new Pod
    {
        Metadata = new ObjectMeta { Name = $"{phase}-{number}", Labels = Labels },
        Status = new PodStatus { Phase = phase },
    });
}
