using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.PodCollection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>The collector of pods, check by check.</summary>
public sealed class PodCollectionKind : IConformanceKind
{
    public string Kind => "podgc-1.20";

    public string? Difference(JsonElement recording)
    {
        var collector = new PodCollector(
            new PodCollectorOptions { Threshold = recording.Int("terminatedPodThreshold") }, RecordedText.Now);
        Dictionary<(string, ObjectKey), ApiObject> shown = [];
        foreach (var step in recording.List("steps"))
        {
            var now = RecordedText.Second(step, "atSec")!.Value;
            Show(step, shown, collector, now);
            var known = step.Texts("nodesInApi");
            var api = new RecordedApi(step, request => request is GetRequest get
                ? new ApiResponse(request, known.Contains(get.Key.Name) ? ApiResult.Ok : ApiResult.NotFound)
                : null);
            collector.Wake(now);
            api.AnswerAll(collector, now);
            var difference = RecordedText.FirstDifference((
                $"at {step.Int("atSec")} deletes", RecordedText.SortedLines(api.Deletes),
                RecordedText.Lines(step.Texts("expectedDeletes"))));
            if (difference is not null) return difference;
        }

        return null;
    }

    /// <summary>What has changed since the step before.</summary>
    private static void Show(
        JsonElement step, Dictionary<(string, ObjectKey), ApiObject> shown, PodCollector collector, Instant now)
    {
        var present = step.List("pods").Select(ReadPod)
            .Concat<ApiObject>(step.Texts("nodesInCache").Select(name => new Node { Metadata = new ObjectMeta { Name = name } }))
            .ToDictionary(value => (value.Kind, value.Key));
        foreach (var (key, value) in shown.Where(entry => !present.ContainsKey(entry.Key)).ToList())
        {
            collector.Deliver(new WatchEvent(WatchEventType.Deleted, value, value), now);
            shown.Remove(key);
        }

        foreach (var (key, value) in present)
        {
            var type = shown.TryGetValue(key, out var former) ? WatchEventType.Modified : WatchEventType.Added;
            collector.Deliver(new WatchEvent(type, value, former), now);
            shown[key] = value;
        }
    }

    private static Pod ReadPod(JsonElement pod) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = pod.Text("name"),
            Namespace = RecordedPod.Namespace,
            CreationTimestamp = RecordedText.Second(pod, "creationSec"),
            DeletionTimestamp = pod.Bool("deleting") ? RecordedText.Now : null,
        },
        Spec = new PodSpec { NodeName = pod.Text("node") },
        Status = new PodStatus { Phase = RecordedPod.Phase(pod.Text("phase")) },
    };
}
