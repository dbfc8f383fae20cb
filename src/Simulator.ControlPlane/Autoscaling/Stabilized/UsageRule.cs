
namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>How many pods a metric of pods asks for (GetResourceReplicas, calcPlainMetricReplicas in replica_calculator.go).</summary>
internal sealed class UsageRule(StabilizedOptions options)
{
    public bool IsWithinTolerance(double ratio) => Math.Abs(1.0 - ratio) <= options.Tolerance;

    /// <summary>Against what the pods have requested.</summary>
    /// <param name="requests">By pod.</param>
    public (int Replicas, int Percent, long Average)? OfUtilization(
        PodGroups groups, Dictionary<string, long> requests, int target, int current)
    {
        if (Utilization(groups.Samples, requests, target) is not { } first) return null;
        var replicas = Replicas(groups, first.Ratio, current, Fill, isUtilization: true);
        return (replicas, first.Percent, first.Average);

        double? Fill()
        {
            var rebalances = groups.Unready.Count > 0 && first.Ratio > 1.0;
            if (first.Ratio < 1.0) foreach (var pod in groups.Missing) groups.Samples[pod] = new Sample(requests[pod], default, default);
            else if (first.Ratio > 1.0) foreach (var pod in groups.Missing) groups.Samples[pod] = default;
            if (rebalances) foreach (var pod in groups.Unready) groups.Samples[pod] = default;
            return Utilization(groups.Samples, requests, target)?.Ratio;
        }
    }

    /// <summary>Against an average, in thousandths.</summary>
    public (int Replicas, long Average) OfAverage(PodGroups groups, long target, int current)
    {
        var (ratio, average) = Average(groups.Samples, target);
        return (Replicas(groups, ratio, current, Fill, isUtilization: false), average);

        double? Fill()
        {
            var rebalances = groups.Unready.Count > 0 && ratio > 1.0;
            foreach (var pod in groups.Missing) groups.Samples[pod] = new Sample(ratio < 1.0 ? target : 0, default, default);
            if (rebalances) foreach (var pod in groups.Unready) groups.Samples[pod] = default;
            return Average(groups.Samples, target).Ratio;
        }
    }

    /// <summary>
    /// Pods that were not measured are filled in against the direction; if then little is left of the change, or it turns, nothing changes.
    /// </summary>
    private int Replicas(PodGroups groups, double ratio, int current, Func<double?> fill, bool isUtilization)
    {
        var rebalances = groups.Unready.Count > 0 && ratio > 1.0;
        if (!rebalances && groups.Missing.Count == 0)
        {
            return IsWithinTolerance(ratio) ? current : GoNumber.Int32(Math.Ceiling(ratio * groups.ReadyCount));
        }

        var filled = fill() ?? ratio;
        if (IsWithinTolerance(filled) || (ratio < 1.0 && filled > 1.0) || (ratio > 1.0 && filled < 1.0)) return current;
        var replicas = GoNumber.Int32(Math.Ceiling(filled * groups.Samples.Count));
        var turns = (filled < 1.0 && replicas > current) || (filled > 1.0 && replicas < current);
        return isUtilization && turns ? current : replicas;
    }

    /// <summary>Null if no pod that was measured has requested anything.</summary>
    private static (double Ratio, int Percent, long Average)? Utilization(
        Dictionary<string, Sample> samples, Dictionary<string, long> requests, int target)
    {
        var (usage, requested, count) = (0L, 0L, 0);
        foreach (var (pod, sample) in samples)
        {
            if (!requests.TryGetValue(pod, out var request)) continue;
            usage += sample.Milli;
            requested += request;
            count++;
        }

        if (requested == 0) return null;
        var percent = (int)(usage * 100 / requested);
        return ((double)percent / target, percent, usage / count);
    }

    private static (double Ratio, long Average) Average(Dictionary<string, Sample> samples, long target)
    {
        var sum = 0L;
        foreach (var sample in samples.Values) sum += sample.Milli;
        var average = sum / samples.Count;
        return ((double)average / target, average);
    }
}
