using System.Globalization;
using System.Text.Json;
using Simulator.ControlPlane.Autoscaling;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>One pass over a horizontal pod autoscaler: the new number, the status and the events, word by word.</summary>
public sealed class HorizontalKind : IConformanceKind
{
    public string Kind => "hpa";

    public string? Difference(JsonElement recording)
    {
        var api = new RecordedMetricsApi(recording);
        var controller = new HorizontalController(new HorizontalOptions(), RecordedMetricsApi.Now, NameOrder.Instance);
        api.Run(controller);
        List<HorizontalNote> notes = [];
        controller.TakeNotes(notes);
        var expected = recording.GetProperty("expected");
        return Difference("fails", notes.Exists(HasFailed), expected.Bool("error"))
            ?? Difference("panics", notes.Exists(note => note.Kind == HorizontalNoteKind.Panicked), expected.Bool("panic"))
            ?? Difference("scale", Text(api.Written?.Replicas), Text(expected, "scaleUpdatedTo"))
            ?? Difference("status", Describe(api), Describe(expected.GetProperty("statusUpdate")))
            ?? Difference("events", string.Join(" | ", api.Events), string.Join(" | ", expected.Texts("events")));
    }

    private static bool HasFailed(HorizontalNote note) =>
        note.Kind is not (HorizontalNoteKind.Stays or HorizontalNoteKind.Rescaled) || note.StatusFault.Length > 0;

    private static string? Difference(string what, object actual, object recorded) =>
        actual.Equals(recorded) ? null : $"{what} {actual}, recorded {recorded}";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetRawText();

    private static string Describe(RecordedMetricsApi api) => api.Status is not { Status: var status } written
        ? "null"
        : $"{status.CurrentReplicas} {status.DesiredReplicas} {Text(status.CpuUtilization)} "
            + $"{api.HasScaledNow} {RecordedMetricsApi.CustomStatusOf(written)}";

    private static string Describe(JsonElement status) => status.ValueKind == JsonValueKind.Null
        ? "null"
        : $"{status.Int("currentReplicas")} {status.Int("desiredReplicas")} {Text(status, "currentCPUUtilizationPercentage")} "
            + $"{status.Bool("lastScaleTimeSetToNow")} {status.Text("customMetricsStatusAnnotation")}";
}
