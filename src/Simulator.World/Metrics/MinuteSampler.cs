using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>The use in the moment of the sample; a pod that did not run then is left out until the next.</summary>
internal sealed class MinuteSampler(IPodUsage usage, SampleTimes times) : ISampler
{
    private readonly PodRecords _records = new(usage);
    private long _caughtUp;

    public long? Version => _records.Sample + _caughtUp;

    public void CatchUp(MeasuredList pods, Instant now)
    {
        _caughtUp++;
        var taken = times.LastBefore(now);
        foreach (var pod in pods.Pods)
        {
            if (pod.Status.StartTime < taken) Take(_records.Of(pod), times.StampOf(taken), now);
        }
    }

    public void Sample(List<MeasuredList> pods, Instant now)
    {
        _records.Begin(pods.Sum(static list => list.Pods.Count));
        var stamp = times.StampOf(now);
        foreach (var list in pods)
        {
            foreach (var record in _records.Of(list)) Take(record, stamp, now);
        }
    }

    public int Era => _records.Era;

    public CpuSample? Find(IReadOnlyList<ApiObject> pods, PodRecord?[] records) => _records.Tell(pods, records);

    public PodMetrics? Find(Pod pod, Instant now) => _records.Tell(pod);

    private void Take(PodRecord record, Instant stamp, Instant now) =>
        record.Value(record.MilliCpu(usage, now.SinceStart), stamp, _records.Sample);
}
