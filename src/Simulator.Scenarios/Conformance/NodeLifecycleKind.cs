using System.Text.Json;
using Simulator.Scenarios.Conformance.Lifecycle;

namespace Simulator.Scenarios.Conformance;

/// <summary>The node controller over minutes of outages: every write and decision, to the millisecond and in order.</summary>
public sealed class NodeLifecycleKind : IConformanceKind
{
    public string Kind => "node-lifecycle";

    public string? Difference(JsonElement recording)
    {
        var actual = new LifecycleHost(recording).Run();
        var expected = recording.List("expectedLog").Select(LifecycleLog.Describe).ToList();
        for (var i = 0; i < Math.Max(actual.Count, expected.Count); i++)
        {
            var (did, recorded) = (LifecycleLog.At(actual, i), LifecycleLog.At(expected, i));
            if (did != recorded) return $"line {i + 1} is \"{did}\", recorded \"{recorded}\"";
        }

        return null;
    }
}
