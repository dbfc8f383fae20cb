using System.Text.Json;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>One pass for one pod: every filter and score on every node, the choice, the victims.</summary>
public sealed class PlacementDecisionKind : IConformanceKind
{
    public string Kind => "decision-1.20";

    public string? Difference(JsonElement recording)
    {
        var cluster = new RecordedCluster(recording);
        var pod = RecordedCluster.PodOf(recording.GetProperty("pod"));
        var comparison = new Comparison();
        var replay = new DecisionReplay(cluster, pod, recording.GetProperty("expect"), comparison);
        replay.CompareNodes();
        replay.ComparePass();
        return comparison.Difference;
    }
}
