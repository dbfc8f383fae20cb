using Simulator.World.Load;

namespace Simulator.Tests.Laws;

/// <summary>What the formulas say of the requests that come within a time: the pod is looked at every two seconds.</summary>
internal sealed class LoadWindow
{
    private const double Step = 2;

    private readonly List<(double Weight, PodLoad Pod)> _moments = [];

    public LoadWindow(PodQueue queue, (double At, double PerSecond)[] rates, double from, double to)
    {
        var pod = new PodLoad(queue);
        for (var at = 0.0; at < to; at += Step)
        {
            foreach (var rate in rates)
            {
                if (rate.At >= at && rate.At < at + Step) pod.Change(queue, rate.PerSecond);
            }

            pod.Advance(Step / 2);
            if (at >= from) Keep(pod);
            pod.Advance(Step / 2);
        }
    }

    public double LossShare => Average(moment => moment.Weight, moment => moment.Pod.LossShare);

    public double LatencyAbove(double seconds) =>
        Average(moment => moment.Weight * (1 - moment.Pod.LossShare), moment => moment.Pod.LatencyAbove(seconds));

    /// <summary>As long as nothing changes one moment stands for all.</summary>
    private void Keep(PodLoad pod)
    {
        if (pod.IsSettled
            && _moments.Count > 0
            && _moments[^1] is { Pod: { IsSettled: true } last } before
            && last.PerSecond == pod.PerSecond)
        {
            _moments[^1] = (before.Weight + pod.PerSecond, last);
        }
        else _moments.Add((pod.PerSecond, pod.Clone()));
    }

    private double Average(Func<(double Weight, PodLoad Pod), double> weight, Func<(double Weight, PodLoad Pod), double> value) =>
        _moments.Sum(moment => weight(moment) * value(moment)) / _moments.Sum(weight);
}
