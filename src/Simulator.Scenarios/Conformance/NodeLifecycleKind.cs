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
        var expected = recording.List("expectedLog").Select(Describe).ToList();
        for (var i = 0; i < Math.Max(actual.Count, expected.Count); i++)
        {
            var (did, recorded) = (At(actual, i), At(expected, i));
            if (did != recorded) return $"line {i + 1} is \"{did}\", recorded \"{recorded}\"";
        }

        return null;
    }

    private static string Describe(JsonElement entry) => LifecycleLog.Line(entry.Long("tMs"), entry.Text("what"), entry.Text("object"));

    private static string At(IReadOnlyList<string> lines, int index) => index < lines.Count ? lines[index] : "(nothing more)";
}
