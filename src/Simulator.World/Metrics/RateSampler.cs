using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>
/// The average between two samples of what a pod has used in all (Heapster 1.1.0): there is a value once a pod is in two of them.
/// </summary>
internal sealed class RateSampler(IPodUsage usage, SampleTimes times) : ISampler
{
    // By uid, as all versions of a pod share the text: hashing it for every pod and sample took half the time.
    private readonly Dictionary<object, PodMetrics> _values = new(ReferenceEqualityComparer.Instance);
    private Dictionary<object, double> _counters = new(ReferenceEqualityComparer.Instance);
    private Dictionary<object, double> _spare = new(ReferenceEqualityComparer.Instance);
    private Instant? _taken;

    public void CatchUp(IEnumerable<Pod> pods, Instant now)
    {
        var taken = times.LastBefore(now);
        _taken ??= taken;
        foreach (var pod in pods.Where(pod => pod.Status.StartTime < taken))
        {
            var milli = usage.MilliCpu(pod);
            _counters[pod.Metadata.Uid] = usage.CoreSeconds(pod) - (milli / 1000 * (now - taken).TotalSeconds);
            if (pod.Status.StartTime < taken - times.Period) _values[pod.Metadata.Uid] = Measurement.Of(pod, times.StampOf(taken), milli);
        }
    }

    public void Sample(List<Pod> pods, Instant now)
    {
        _values.Clear();
        _spare.Clear();
        foreach (var pod in pods)
        {
            var counter = _spare[pod.Metadata.Uid] = usage.CoreSeconds(pod);
            if (_taken is not { } before || !_counters.TryGetValue(pod.Metadata.Uid, out var old)) continue;
            var milli = (counter - old) * 1000 / (now - before).TotalSeconds;
            _values[pod.Metadata.Uid] = Measurement.Of(pod, times.StampOf(now), milli);
        }

        (_counters, _spare, _taken) = (_spare, _counters, now);
    }

    public PodMetrics? Find(Pod pod, Instant now) => _values.GetValueOrDefault(pod.Metadata.Uid);
}
