using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Percent of what the pods ask for.</summary>
internal sealed record CpuUtilization(int Percent, Instant Timestamp);

/// <summary>Asks for pods, then for their metrics (pkg/controller/podautoscaler/metrics/metrics_client.go of 1.3.10).</summary>
internal static class MetricsReader
{
    public static IEnumerable<Wait> Cpu(string home, SelectorMatcher selector, Readings.Reading known, Measured<CpuUtilization> into)
    {
        const string Failed = "failed to get CPU consumption and request: ";
        var list = new Call(new ListPodsRequest(home, selector));
        yield return list;
        if (RequestsOf(list.Response, known, out var error) is not { } requests)
        {
            into.Error = Failed + error;
            yield break;
        }

        var get = new Call(new PodMetricsRequest(home, selector));
        yield return get;
        error = ErrorOf(get.Response);
        if (error.Length == 0 && known.Usage(get.Response.Metrics!.Pods, requests, home, out error) is { } usage)
        {
            into.Value = Divide(usage, requests);
        }
        else
        {
            into.Error = Failed + error;
        }
    }

    /// <param name="metric">Its name, as in the annotation.</param>
    public static IEnumerable<Wait> Custom(string metric, string home, SelectorMatcher selector, Measured<CustomMetricAverage> into)
    {
        var list = new Call(new ListPodsRequest(home, selector));
        yield return list;
        if (NamesOf(list.Response, out var error) is not { } names)
        {
            into.Error = error;
            yield break;
        }

        var get = new Call(new CustomMetricRequest(home, names, metric));
        yield return get;
        into.Error = ErrorOf(get.Response);
        if (into.Error.Length > 0) yield break;
        var average = CustomMetricAverage.Of(get.Response.Metrics!.Series);
        if (average.Pods != names.Count) into.Error = $"metrics obtained for {average.Pods}/{names.Count} of pods";
        else into.Value = average;
    }

    /// <summary>The real program divides by the average, 0 or not.</summary>
    private static CpuUtilization? Divide(CpuUsage usage, CpuRequests requests) => requests.AverageMilli == 0
        ? null
        : new CpuUtilization(unchecked((int)(usage.AverageMilli * 100 / requests.AverageMilli)), usage.Timestamp);

    private static CpuRequests? RequestsOf(in ApiResponse list, Readings.Reading known, out string error)
    {
        error = list.IsOk ? "" : $"failed to get pod list: {list.Outcome}";
        return list.IsOk ? known.Requests(list.Items!, out error) : null;
    }

    /// <summary>Of the pods that are not pending.</summary>
    private static List<string>? NamesOf(in ApiResponse list, out string error)
    {
        error = $"failed to get pod list: {list.Outcome}";
        if (!list.IsOk) return null;
        List<string> names = [];
        foreach (var pod in list.Items!)
        {
            if (((Pod)pod).Status.Phase != PodPhase.Pending) names.Add(pod.Name);
        }

        error = "no running pods";
        return names.Count == 0 && list.Items!.Count > 0 ? null : names;
    }

    /// <summary>The client looks at no HTTP status: it reads whatever comes as JSON.</summary>
    private static string ErrorOf(in ApiResponse metrics) =>
        !metrics.IsOk ? $"failed to get pods metrics: {metrics.Outcome}"
        : metrics.Metrics!.Fault is { } fault ? $"failed to unmarshall heapster response: {fault}"
        : "";
}
