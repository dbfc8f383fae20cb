using System.Text.Json;
using Simulator.Scenarios.Conformance.Lifecycle;

namespace Simulator.Scenarios.Conformance;

/// <summary>The node lifecycle controller that evicts by taints, and its taint manager: every write, in order, and who is left.</summary>
public sealed class TaintingKind : IConformanceKind
{
    public string Kind => "node-lifecycle-1.20";

    public string? Difference(JsonElement recording)
    {
        var host = new TaintingHost(recording);
        var actual = host.Run();
        var expected = recording.List("expectedLog").Select(LifecycleLog.Describe).ToList();
        for (var i = 0; i < Math.Max(actual.Count, expected.Count); i++)
        {
            var (did, recorded) = (LifecycleLog.At(actual, i), LifecycleLog.At(expected, i));
            if (did != recorded) return $"line {i + 1} is \"{did}\", recorded \"{recorded}\"";
        }

        var (left, recordedLeft) = (string.Join(", ", host.PodsLeft), string.Join(", ", recording.Texts("expectedPodsLeft")));
        return left == recordedLeft ? null : $"left are {left}, recorded {recordedLeft}";
    }
}
