using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Stabilized;
using Simulator.ControlPlane.Hosting;
using Simulator.Scenarios.Conformance.Workloads;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>Passes of the autoscaler with several metrics: sizes, statuses, events and what it remembers.</summary>
public sealed class StabilizedKind(string kind) : IConformanceKind
{
    private static readonly StabilizedOptions Options = new();

    public string Kind => kind;

    public string? Difference(JsonElement recording)
    {
        var autoscaler = RecordedAutoscaler.Read(recording);
        var memory = new AutoscalerMemory();
        Fill(memory.Recommendations, recording, "recommendations");
        Fill(memory.ScaleUps, recording, "scaleUpEvents");
        Fill(memory.ScaleDowns, recording, "scaleDownEvents");
        foreach (var tick in recording.List("ticks"))
        {
            var api = new RecordedMetrics(tick);
            var difference = DifferenceOf(tick, autoscaler, memory, api);
            if (difference is not null) return $"at {tick.Int("atSec")}: {difference}";
            if (api.Status is { } status) autoscaler = autoscaler with { Status = status };
        }

        return null;
    }

    /// <summary>Every pass has a controller of its own: what it remembers is handed on.</summary>
    private static string? DifferenceOf(
        JsonElement tick, HorizontalPodAutoscaler autoscaler, AutoscalerMemory memory, RecordedMetrics api)
    {
        var now = RecordedText.Second(tick, "atSec")!.Value;
        var before = now - Options.SyncPeriod;
        var controller = new StabilizedAutoscaler(
            Options, before, new Dictionary<ObjectKey, AutoscalerMemory> { [autoscaler.Key] = memory });
        foreach (var pod in tick.List("pods").Select(RecordedAutoscaler.ReadPod).Append<ApiObject>(autoscaler))
        {
            controller.Deliver(new WatchEvent(WatchEventType.Added, pod, null), before);
        }

        controller.Wake(now);
        api.AnswerAll(controller, now);
        var expected = tick.GetProperty("expected");
        return RecordedText.FirstDifference(
            ("error", $"{controller.LastSync!.HasFailed}", $"{expected.Bool("error")}"),
            ("scales to", $"{api.ScaledTo}", $"{expected.NumberOrNull("scaleUpdatedTo")}"),
            ("events", RecordedText.Lines(api.Events), RecordedText.Lines(expected.Texts("events"))),
            ("status", RecordedText.Of(api.Status is null ? null : RecordedAutoscaler.Write(api.Status)),
                RecordedText.OfField(expected, "statusUpdate")),
            ("recommendations", Write(memory.Recommendations), RecordedText.OfField(expected, "recommendationsAfter")),
            ("scale ups", Write(memory.ScaleUps), RecordedText.OfField(expected, "scaleUpEventsAfter")),
            ("scale downs", Write(memory.ScaleDowns), RecordedText.OfField(expected, "scaleDownEventsAfter")));
    }

    private static void Fill(List<Remembered> entries, JsonElement recording, string field) => entries.AddRange(
        recording.List(field).Select(entry => new Remembered(entry.Int("value"), RecordedText.Second(entry, "sec")!.Value)));

    private static string Write(List<Remembered> entries) =>
        RecordedText.Of(entries.Select(entry => new { value = entry.Value, sec = (entry.At - RecordedText.Now).TotalSeconds }));
}
