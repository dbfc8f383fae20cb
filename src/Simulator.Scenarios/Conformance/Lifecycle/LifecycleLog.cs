using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;

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

    private static string Describe(LifecycleNote note) => note.Kind switch
    {
        LifecycleNoteKind.NodeEvicted => "evictNode",
        LifecycleNoteKind.AllPodsTerminated => "terminatedAllPods",
        LifecycleNoteKind.TerminationRecheck => $"terminationRecheckInMs={(long)note.Delay.TotalMilliseconds}",
        LifecycleNoteKind.SegmentationOn => "segmentationModeOn",
        _ => "segmentationModeOff",
    };
}
