using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>What happened, in the words of the recordings.</summary>
internal sealed class LifecycleLog
{
    public List<string> Lines { get; } = [];

    public static string Line(long milliseconds, string what, string subject) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {what} {subject}");

    /// <summary>A recorded entry.</summary>
    public static string Describe(JsonElement entry) => Line(entry.Long("tMs"), entry.Text("what"), entry.Text("object"));

    public static string At(IReadOnlyList<string> lines, int index) => index < lines.Count ? lines[index] : "(nothing more)";

    public void Add(Instant at, string what, string subject) => Lines.Add(Line((long)at.SinceStart.TotalMilliseconds, what, subject));

    public void Add(LifecycleNote note) => Add(note.At, Describe(note), note.Node);

    public void AddZone(LifecycleNote note)
    {
        var state = note.Zone == ZoneState.Gone ? "" : note.Zone.ToString();
        Add(note.At, string.Create(CultureInfo.InvariantCulture, $"zoneState={state} rate {note.Rate}"), note.Node);
    }

    /// <summary>What a watch shows of a node's taints: those that went, then those that came.</summary>
    public void AddTaints(in WatchEvent change, Node node, Instant now)
    {
        if (change.Type == WatchEventType.Deleted) return;
        var (had, has) = (TaintsOf(change.Previous as Node), TaintsOf(node));
        foreach (var taint in had.Except(has)) Add(now, $"taintRemoved={taint}", node.Name);
        foreach (var taint in has.Except(had)) Add(now, $"taintAdded={taint}", node.Name);
    }

    private static List<string> TaintsOf(Node? node) =>
        [.. (node?.Spec.Taints.Value ?? []).Select(taint => $"{taint.Key}:{taint.Effect}").Order(StringComparer.Ordinal)];

    private static string Describe(LifecycleNote note) => note.Kind switch
    {
        LifecycleNoteKind.NodeEvicted => "evictNode",
        LifecycleNoteKind.AllPodsTerminated => "terminatedAllPods",
        LifecycleNoteKind.TerminationRecheck => $"terminationRecheckInMs={(long)note.Delay.TotalMilliseconds}",
        LifecycleNoteKind.SegmentationOn => "segmentationModeOn",
        _ => "segmentationModeOff",
    };
}
