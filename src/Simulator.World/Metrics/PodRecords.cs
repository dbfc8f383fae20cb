using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>
/// The records of a sampler. A list of pods that has not changed since the last sample finds its records without a look-up.
/// </summary>
internal sealed class PodRecords(IPodUsage usage)
{
    private const int SmallTable = 1024;

    // By uid, as all versions of a pod share the text: hashing it for every pod and sample took half the time.
    private readonly Dictionary<object, PodRecord> _byUid = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of the last sample.</summary>
    public long Sample { get; private set; }

    /// <summary>Grows when records are forgotten: lists have to look for theirs again.</summary>
    public int Era { get; private set; }

    /// <summary>A sample of so many pods begins.</summary>
    public void Begin(int pods)
    {
        if (_byUid.Count > SmallTable + (2 * pods)) Forget();
        Sample++;
    }

    public PodRecord[] Of(MeasuredList list)
    {
        if (list.RecordsOf(this) is { } known) return known;
        var records = new PodRecord[list.Pods.Count];
        for (var i = 0; i < records.Length; i++) records[i] = Of(list.Pods[i]);
        list.Keep(this, records);
        return records;
    }

    public PodRecord Of(Pod pod)
    {
        if (!_byUid.TryGetValue(pod.Metadata.Uid, out var record)) _byUid.Add(pod.Metadata.Uid, record = new PodRecord { Pod = pod });
        record.Meet(pod, usage);
        return record;
    }

    public PodMetrics? Tell(Pod pod) => _byUid.GetValueOrDefault(pod.Metadata.Uid)?.Tell(Sample);

    /// <summary>The values that there are; null if they are not of one moment, or there is none.</summary>
    /// <param name="records">Of the pods; found here where they are null, and good as long as <see cref="Era"/> is the same.</param>
    public CpuSample? Tell(IReadOnlyList<ApiObject> pods, PodRecord?[] records)
    {
        var (valued, milli, stamp) = (new Pod[pods.Count], new long[pods.Count], default(Instant));
        var count = 0;
        for (var i = 0; i < records.Length; i++)
        {
            if ((records[i] ??= _byUid.GetValueOrDefault(pods[i].Metadata.Uid)) is not { } record || !record.IsValuedIn(Sample)) continue;
            if (count > 0 && stamp != record.Stamp) return null;
            (stamp, valued[count], milli[count]) = (record.Stamp, (Pod)pods[i], record.WholeMilliCpu);
            count++;
        }

        return count > 0 ? new CpuSample(stamp, valued, milli, count) : null;
    }

    private void Forget()
    {
        Era++;
        foreach (var (uid, record) in _byUid)
        {
            if (!record.IsOf(Sample)) _byUid.Remove(uid);
        }
    }
}
