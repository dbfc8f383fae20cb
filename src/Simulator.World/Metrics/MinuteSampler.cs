using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>The use in the moment of the sample; a pod that did not run then is left out until the next.</summary>
internal sealed class MinuteSampler(IPodUsage usage, SampleTimes times) : ISampler
{
    // By uid, as all versions of a pod share the text: hashing it for every pod and sample took half the time.
    private readonly Dictionary<object, PodMetrics> _values = new(ReferenceEqualityComparer.Instance);

    public void CatchUp(IEnumerable<Pod> pods, Instant now)
    {
        var taken = times.LastBefore(now);
        foreach (var pod in pods.Where(pod => pod.Status.StartTime < taken)) Take(pod, taken);
    }

    public void Sample(List<Pod> pods, Instant now)
    {
        _values.Clear();
        foreach (var pod in pods) Take(pod, now);
    }

    public PodMetrics? Find(Pod pod, Instant now) => _values.GetValueOrDefault(pod.Metadata.Uid);

    private void Take(Pod pod, Instant taken) =>
        _values[pod.Metadata.Uid] = Measurement.Of(pod, times.StampOf(taken), usage.MilliCpu(pod));
}
