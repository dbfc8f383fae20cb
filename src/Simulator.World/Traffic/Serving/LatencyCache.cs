using Simulator.World.Load;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>Latencies of settled pods, by their load in steps that are too small to see.</summary>
internal sealed class LatencyCache
{
    private const int Steps = 2000;

    /// <summary>Near capacity a small step is a large difference.</summary>
    private const double UtilizationMax = 0.95;

    private readonly Dictionary<(PodQueue Queue, int Step, ClientSpec Client), Latencies> _known = [];

    public Latencies Of(PodLoad pod, ClientSpec client)
    {
        var utilization = pod.Queue.UtilizationAt(pod.PerSecond);
        if (!pod.IsSettled || utilization > UtilizationMax) return Compute(pod, client);
        var key = (pod.Queue, (int)(utilization * Steps), client);
        if (!_known.TryGetValue(key, out var found)) _known.Add(key, found = Compute(pod, client));
        return found;
    }

    /// <summary>Of pods that differ: tries that each group takes, and its pods.</summary>
    public static Latencies OfMany(IReadOnlyList<(double Taken, PodLoad Pod)> groups, ClientSpec client)
    {
        var all = groups.Sum(group => group.Taken);
        return all <= 0 ? Latencies.None(0) : Compute(
            seconds => groups.Sum(
                group => group.Taken * group.Pod.LatencyAbove(seconds)) / all, client, groups[0].Pod.Queue.ServiceSeconds);
    }

    private static Latencies Compute(PodLoad pod, ClientSpec client) => Compute(pod.LatencyAbove, client, pod.Queue.ServiceSeconds);

    private static Latencies Compute(Func<double, double> above, ClientSpec client, double scale)
    {
        var late = client.Timeout is { } timeout ? above(timeout.TotalSeconds) : 0;
        if (late > 0.9999) return Latencies.None(1);
        var slow = Math.Max(0, above(client.SlowAfter.TotalSeconds) - late);
        return new Latencies(
            [.. Latencies.Shares.Select(share => Quantiles.Of(seconds => Math.Max(0, above(seconds) - late) / (1 - late), share, scale))])
        {
            Late = late,
            Slow = slow,
        };
    }
}
