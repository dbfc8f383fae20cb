using System.Text.Json;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>The queue over minutes: who waits where after each call.</summary>
public sealed class PodQueueKind : IConformanceKind
{
    public string Kind => "queue-1.20";

    public string? Difference(JsonElement recording)
    {
        var replay = new QueueReplay();
        foreach (var (operation, expect) in recording.List("ops").Zip(recording.List("expect"))) replay.Do(operation, expect);
        return replay.Comparison.Difference;
    }
}
