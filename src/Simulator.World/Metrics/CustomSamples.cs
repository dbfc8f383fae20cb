using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>
/// Custom metrics of pods, sampled with the others and kept for the five minutes that autoscalers ask for (heapsterQueryStart in
/// pkg/controller/podautoscaler/metrics of 1.3.10).
/// </summary>
internal sealed class CustomSamples(IPodUsage usage, SampleTimes times)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(ObjectKey Pod, string Metric), List<MetricPoint>> _points = [];

    /// <summary>A sample is due: forgets what is old.</summary>
    public void Sample(IEnumerable<MeasuredList> lists, Instant now)
    {
        var stamp = times.StampOf(now);
        foreach (var (key, points) in _points)
        {
            points.RemoveAll(point => point.Timestamp + Kept < stamp);
            if (points.Count == 0) _points.Remove(key);
        }

        foreach (var pod in lists.SelectMany(list => list.Pods)) Take(pod, stamp);
    }

    /// <summary>What it would know by now of pods that nobody has asked it for, and that have had the same values as now.</summary>
    public void CatchUp(MeasuredList pods, Instant now)
    {
        var taken = times.LastBefore(now);
        foreach (var pod in pods.Pods)
        {
            if (pod.Status.StartTime < taken) Take(pod, times.StampOf(taken));
        }
    }

    /// <summary>One series a pod that has any.</summary>
    public IReadOnlyList<IReadOnlyList<MetricPoint>> Find(CustomMetricRequest request) =>
        [.. request.Pods.Select(name => _points.GetValueOrDefault((new ObjectKey(request.Namespace, name), request.Metric))).OfType<
            List<MetricPoint>>()];

    private void Take(Pod pod, Instant stamp)
    {
        foreach (var (name, value) in usage.Metrics(pod))
        {
            if (!_points.TryGetValue((pod.Key, name), out var points)) _points.Add((pod.Key, name), points = []);

            // Of two autoscalers.
            if (points.Count == 0 || points[^1].Timestamp < stamp) points.Add(new MetricPoint(stamp, (ulong)Math.Max(0, value), value));
        }
    }
}
