using Simulator.World.Load;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>Latencies of settled pods, by their load in steps that are too small to see.</summary>
internal sealed class LatencyCache
{
    private const int Steps = 2000;

    /// <summary>Near capacity a small step is a large difference.</summary>
    private const double UtilizationMax = 0.95;

    // By the instance of what clients do: hashing it took as long as the rest of a look-up.
    private readonly Dictionary<ClientSpec, Dictionary<(PodQueue Queue, int Step),
    Latencies>> _known = new(ReferenceEqualityComparer.Instance);

    public Latencies Of(PodLoad pod, ClientSpec client)
    {
        if (!IsKept(pod, out var utilization)) return Compute(pod, client);
        if (!_known.TryGetValue(client, out var known)) _known.Add(client, known = []);
        var key = (pod.Queue, (int)(utilization * Steps));
        if (!known.TryGetValue(key, out var found)) known.Add(key, found = Compute(pod, client));
        return found;
    }

    /// <summary>Share of the tries taken that comes after the time-out: all that is asked of most of them.</summary>
    public double LateShare(PodLoad pod, ClientSpec client)
    {
        if (client.Timeout is not { } timeout) return 0;
        return IsKept(pod, out _) ? Of(pod, client).Late : pod.LatencyAbove(timeout.TotalSeconds);
    }

    private static bool IsKept(PodLoad pod, out double utilization)
    {
        utilization = pod.Queue.UtilizationAt(pod.PerSecond);
        return pod.IsSettled && utilization <= UtilizationMax;
    }

    /// <summary>Of pods that differ: tries that each group takes, and its pods.</summary>
    public static Latencies OfMany((double Taken, PodLoad Pod)[] groups, ClientSpec client)
    {
        var all = 0.0;
        foreach (var (taken, _) in groups) all += taken;
        if (all <= 0) return Latencies.None;
        return Compute(Above, client, groups[0].Pod.Queue.ServiceSeconds);

        double Above(double seconds)
        {
            var sum = 0.0;
            foreach (var (taken, pod) in groups) sum += taken * pod.LatencyAbove(seconds);
            return sum / all;
        }
    }

    private static Latencies Compute(PodLoad pod, ClientSpec client) => Compute(pod.LatencyAbove, client, pod.Queue.ServiceSeconds);

    private static Latencies Compute(Func<double, double> above, ClientSpec client, double scale)
    {
        var late = client.Timeout is { } timeout ? above(timeout.TotalSeconds) : 0;
        if (late > 0.9999) return Latencies.AtTimeout(client.Timeout!.Value.TotalSeconds);
        var slow = Math.Max(0, above(client.SlowAfter.TotalSeconds) - late);
        return new Latencies(Quantiles.Of(seconds => Math.Max(0, above(seconds) - late) / (1 - late), Latencies.Shares, scale))
        {
            Late = late,
            Slow = slow,
        };
    }
}
