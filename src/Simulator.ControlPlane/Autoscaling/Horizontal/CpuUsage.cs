using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>What the pods of a target use (getCpuUtilizationForPods in pkg/controller/podautoscaler/metrics of 1.3.10).</summary>
/// <param name="Timestamp">Of the first pod in the answer.</param>
internal sealed record CpuUsage(long AverageMilli, Instant Timestamp)
{
    /// <summary>Null with an error: every pod that is not pending has to be there, and nobody else.</summary>
    public static CpuUsage? Of(IReadOnlyList<PodMetrics> measured, IReadOnlyList<string> expected, string home, out string error)
    {
        error = measured.Count == expected.Count ? "" : $"metrics obtained for {measured.Count}/{expected.Count} of pods";
        if (measured is CpuSample sample) return error.Length > 0 ? null : Of(sample, expected, home, out error);
        var sum = 0L;
        for (var i = 0; i < measured.Count; i++)
        {
            if (error.Length > 0) return null;
            var pod = measured[i];
            if (!IsExpected(pod.Name, i, expected)) error = $"not expected metrics for pod {home}/{pod.Name}";
            else sum += Sum(pod, home, ref error);
        }

        return error.Length > 0 ? null : new CpuUsage(sum / measured.Count, measured[0].Timestamp);
    }

    /// <summary>The same where one sample has them all.</summary>
    private static CpuUsage? Of(CpuSample sample, IReadOnlyList<string> expected, string home, out string error)
    {
        error = "";
        var sum = 0L;
        for (var i = 0; i < sample.Count; i++)
        {
            if (!IsExpected(sample.NameOf(i), i, expected))
            {
                error = $"not expected metrics for pod {home}/{sample.NameOf(i)}";
                return null;
            }

            sum += sample.MilliOf(i);
        }

        return new CpuUsage(sum / sample.Count, sample.Timestamp);
    }

    /// <summary>Mostly both lists have one order.</summary>
    private static bool IsExpected(string name, int place, IReadOnlyList<string> expected) =>
        expected[place] == name || expected.Contains(name, StringComparer.Ordinal);

    private static long Sum(PodMetrics pod, string home, ref string error)
    {
        var sum = 0L;
        foreach (var container in pod.Containers)
        {
            if (container.Cpu is { } cpu) sum += cpu.MilliValue;
            else if (error.Length == 0) error = $"no cpu for container {container.Name} in pod {home}/{pod.Name}";
        }

        return sum;
    }
}
