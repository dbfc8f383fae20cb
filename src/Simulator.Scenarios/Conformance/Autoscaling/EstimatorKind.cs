using System.Text.Json;
using Simulator.ControlPlane.Autoscaling.Cluster.Growth;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The cluster autoscaler: how many nodes pods need at least.</summary>
public sealed class EstimatorKind : IConformanceKind
{
    public string Kind => "ca-estimator";

    public string? Difference(JsonElement recording)
    {
        var pods = recording.List("pods").Select(RecordedWorld.ReadPod).ToList();
        var estimate = BasicEstimator.Estimate(pods, RecordedWorld.ReadNode(recording.GetProperty("node")));
        var expected = recording.Int("expectedNodes");
        return estimate == expected ? null : $"{estimate} nodes, recorded {expected}";
    }
}
