using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.ScheduledDaemons;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>One sync of a daemon set whose pods the scheduler places.</summary>
public sealed class DaemonKind : IConformanceKind
{
    private const string Current = "cur";

    public string Kind => "daemonset-1.20";

    public string? Difference(JsonElement recording)
    {
        var (set, expectations) = (ReadSet(recording), new CountedExpectations(TimeSpan.FromMinutes(5)));
        if (recording.Bool("expectationsUnsatisfiedBefore")) expectations.Expect(set.Key, 1, 0, RecordedText.Now);
        var failures = DaemonController.NewFailures();
        foreach (var call in recording.List("backoffNextCalls"))
        {
            var at = RecordedText.Second(call, "atSec")!.Value;
            failures.Next(DaemonController.FailureKey(set, call.Text("node")), at, at);
        }

        var controller = new DaemonController(new DaemonOptions(), RecordedText.Now, expectations, failures, static _ => Current);
        var api = new RecordedApi(recording, request => request is GetRequest ? new ApiResponse(request, ApiResult.Ok, set) : null);
        var nodes = recording.List("nodes").Select(ReadNode).ToList();
        api.Run(controller, [.. nodes, .. recording.List("pods").Select(ReadPod), set]);
        return DifferenceOfFit(recording, set, nodes) ?? DifferenceOfPods(recording, api) ?? DifferenceOfRest(recording, api, controller);
    }

    private static string? DifferenceOfFit(JsonElement recording, DaemonSet set, List<Node> nodes)
    {
        var fit = new DaemonFit(DaemonPod.Of(set.Template, Current));
        var actual = nodes.Select(node => $"{node.Name} {fit.On(node)}");
        var expected = recording.List("nodes").Select(node => $"{node.Text("name")} {FitOf(node)}");
        return RecordedText.FirstDifference(("nodes", RecordedText.Lines(actual), RecordedText.Lines(expected)));
    }

    private static NodeFit FitOf(JsonElement node)
    {
        if (node.Bool("expectedShouldRun")) return NodeFit.Runs;
        return node.Bool("expectedShouldContinueRunning") ? NodeFit.OnlyKeeps : NodeFit.Neither;
    }

    private static string? DifferenceOfPods(JsonElement recording, RecordedApi api)
    {
        var made = api.Calls.OfType<CreateRequest>().Select(create => (Pod)create.Object).ToList();
        var first = made.OrderBy(DaemonPod.TargetOf, StringComparer.Ordinal).FirstOrDefault();
        return RecordedText.FirstDifference(
            ("claims", RecordedText.Lines(api.ClaimPatches), RecordedText.Lines(recording.Texts("expectedClaimPatches"))),
            ("creations", $"{api.CreateSuccesses} of {api.CreateAttempts}",
                $"{recording.Int("expectedCreateSuccesses")} of {recording.Int("expectedCreateAttempts")}"),
            ("created on", RecordedText.SortedLines(made.Select(pod => DaemonPod.TargetOf(pod)!)),
                RecordedText.Lines(recording.Texts("expectedCreateNodes"))),
            ("affinity", RecordedText.Of(first?.Spec.Affinity.Value is { } affinity ? RecordedPlacement.Write(affinity) : null),
                RecordedText.OfField(recording, "expectedAffinityOfFirstNode")),
            ("tolerations", RecordedText.Of(first is null ? null : RecordedPlacement.Write(first.Spec.Tolerations.Value!)),
                RecordedText.OfField(recording, "expectedCreatedTolerations")),
            ("deletes", RecordedText.SortedLines(api.Deletes), RecordedText.Lines(recording.Texts("expectedDeletes"))));
    }

    private static string? DifferenceOfRest(JsonElement recording, RecordedApi api, DaemonController controller)
    {
        var status = api.Calls.OfType<UpdateStatusRequest>().Select(update => ((DaemonSet)update.Object).Status).SingleOrDefault();
        var later = controller.LastSync!.Later.Select(time => $"{time.TotalSeconds}");
        return RecordedText.FirstDifference(
            ("status", RecordedText.Of(status is null ? null : Write(status)), RecordedText.OfField(recording, "expectedStatusUpdate")),
            ("comes again after", RecordedText.Lines(later),
                RecordedText.Lines(recording.List("expectedRequeueAfterSec").Select(second => $"{second.GetDouble()}"))),
            ("events", RecordedText.SortedLines(api.Events), RecordedText.SortedLines(recording.Texts("expectedEvents"))),
            ("error", $"{controller.LastSync.HasFailed}", $"{recording.Bool("expectedError")}"));
    }

    private static object Write(DaemonSetStatus status) => new
    {
        currentNumberScheduled = status.CurrentNumberScheduled,
        numberMisscheduled = status.NumberMisscheduled,
        desiredNumberScheduled = status.DesiredNumberScheduled,
        numberReady = status.NumberReady,
        observedGeneration = status.ObservedGeneration,
        updatedNumberScheduled = status.UpdatedNumberScheduled,
        numberAvailable = status.NumberAvailable,
        numberUnavailable = status.NumberUnavailable,
    };

    private static DaemonSet ReadSet(JsonElement recording)
    {
        var status = recording.GetProperty("statusBefore");
        return new DaemonSet
        {
            Metadata = new ObjectMeta
            {
                Name = "ds",
                Namespace = RecordedPod.Namespace,
                Uid = "u1",
                Generation = recording.Int("generation"),
            },
            Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "d")) },
            Template = new PodTemplate
            {
                Labels = LabelSet.Of(("app", "d")),
                Spec = RecordedPlacement.ReadSpec(recording.GetProperty("templateSpec")),
            },
            UpdateStrategy = recording.Text("updateStrategy"),
            MaxUnavailable = recording.TryGetProperty("maxUnavailable", out var most) && most.ValueKind != JsonValueKind.Null
                ? most.ToString()
                : "1",
            MinReadySeconds = recording.Int("minReadySeconds"),
            Status = new DaemonSetStatus
            {
                CurrentNumberScheduled = status.IntOr("currentNumberScheduled", 0),
                NumberMisscheduled = status.IntOr("numberMisscheduled", 0),
                DesiredNumberScheduled = status.IntOr("desiredNumberScheduled", 0),
                NumberReady = status.IntOr("numberReady", 0),
                ObservedGeneration = status.IntOr("observedGeneration", 0),
                UpdatedNumberScheduled = status.IntOr("updatedNumberScheduled", 0),
                NumberAvailable = status.IntOr("numberAvailable", 0),
                NumberUnavailable = status.IntOr("numberUnavailable", 0),
            },
        };
    }

    private static Node ReadNode(JsonElement node) => new()
    {
        Metadata = new ObjectMeta { Name = node.Text("name"), Labels = node.Labels("labels") },
        Spec = new NodeSpec { Taints = new Parsed<IReadOnlyList<Taint>>(RecordedPlacement.ReadTaints(node)) },
    };

    private static Pod ReadPod(JsonElement pod)
    {
        var labels = LabelSet.Of(
            ("app", pod.Bool("labelsMatchSelector") ? "d" : "other"),
            (WellKnownLabels.ControllerRevisionHash, pod.Text("revisionHashLabel")));
        var (read, node) = (RecordedPod.Read(pod, labels), pod.Text("targetNode"));
        return read with { Spec = pod.Bool("bound") ? read.Spec with { NodeName = node } : DaemonPod.For(read.Spec, node) };
    }
}
