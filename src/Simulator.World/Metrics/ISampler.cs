using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>How measurements of pods are made and kept; a new Heapster has a new one.</summary>
internal interface ISampler
{
    /// <summary>As long as it stays the same, so does every answer about a version of a pod; null: each moment has its own.</summary>
    long? Version { get; }

    /// <summary>What it would know by now of pods that it has not been shown, and that have used as much as now for long.</summary>
    void CatchUp(MeasuredList pods, Instant now);

    /// <summary>A sample is due: forgets whoever is not among the pods.</summary>
    void Sample(List<MeasuredList> pods, Instant now);

    /// <summary>Grows when records are forgotten.</summary>
    int Era => 0;

    /// <summary>The values that it has of these pods; null if they are of different moments, or there are none.</summary>
    /// <param name="records">Of the same pods, as far as they are known; of one <see cref="Era"/>.</param>
    CpuSample? Find(IReadOnlyList<ApiObject> pods, PodRecord?[] records) => null;

    /// <summary>Null: no value of this pod.</summary>
    PodMetrics? Find(Pod pod, Instant now);
}
