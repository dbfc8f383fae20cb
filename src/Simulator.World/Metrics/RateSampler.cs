using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>
/// The average between two samples of what a pod has used in all (Heapster 1.1.0): there is a value once a pod is in two of them.
/// </summary>
internal sealed class RateSampler(IPodUsage usage, SampleTimes times) : ISampler
{
    private readonly PodRecords _records = new(usage);
    private Instant? _taken;
    private long _caughtUp;

    public long? Version => _records.Sample + _caughtUp;

    public void CatchUp(MeasuredList pods, Instant now)
    {
        _caughtUp++;
        var taken = times.LastBefore(now);
        _taken ??= taken;
        foreach (var pod in pods.Pods)
        {
            if (pod.Status.StartTime < taken) CatchUp(_records.Of(pod), taken, now);
        }
    }

    public void Sample(List<MeasuredList> pods, Instant now)
    {
        _records.Begin(pods.Sum(static list => list.Pods.Count));
        var stamp = times.StampOf(now);
        var seconds = _taken is { } before ? (now - before).TotalSeconds : 0;
        foreach (var list in pods)
        {
            foreach (var record in _records.Of(list)) Take(record, stamp, seconds, now.SinceStart);
        }

        _taken = now;
    }

    public int Era => _records.Era;

    public CpuSample? Find(IReadOnlyList<ApiObject> pods, PodRecord?[] records) => _records.Tell(pods, records);

    public PodMetrics? Find(Pod pod, Instant now) => _records.Tell(pod);

    private void CatchUp(PodRecord record, Instant taken, Instant now)
    {
        var milli = record.MilliCpu(usage, now.SinceStart);
        record.Count(record.CoreSeconds(usage, now.SinceStart) - (milli / 1000 * (now - taken).TotalSeconds), _records.Sample);
        if (record.Pod.Status.StartTime < taken - times.Period) record.Value(milli, times.StampOf(taken), _records.Sample);
    }

    /// <param name="seconds">Since the sample before.</param>
    private void Take(PodRecord record, Instant stamp, double seconds, TimeSpan now)
    {
        var sample = _records.Sample;

        // Of two autoscalers.
        if (record.CountedIn == sample) return;
        var counter = record.CoreSeconds(usage, now);
        if (record.CountedIn == sample - 1) record.Value((counter - record.Counter) * 1000 / seconds, stamp, sample);
        record.Count(counter, sample);
    }
}
