using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>How measurements of pods are made and kept; a new Heapster has a new one.</summary>
internal interface ISampler
{
    /// <summary>What it would know by now of pods that it has not been shown, and that have used as much as now for long.</summary>
    void CatchUp(IEnumerable<Pod> pods, Instant now);

    /// <summary>A sample is due: forgets whoever is not among the pods.</summary>
    /// <param name="pods">Running, on machines that answer.</param>
    void Sample(List<Pod> pods, Instant now);

    /// <summary>Null: no value of this pod.</summary>
    PodMetrics? Find(Pod pod, Instant now);
}
