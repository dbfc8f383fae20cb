using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Percent of what the pods ask for.</summary>
internal sealed record CpuUtilization(int Percent, Instant Timestamp);

/// <summary>Asks for pods, then for their metrics (pkg/controller/podautoscaler/metrics/metrics_client.go of 1.3.10).</summary>
internal static class MetricsReader
{
    private const string CpuFailed = "failed to get CPU consumption and request: ";

    /// <summary>Calls that CPU takes.</summary>
    public const int CpuCalls = 2;

    public static IEnumerable<Wait> Cpu(Readings.Reading known, Measured<CpuUtilization> into)
    {
        var list = new Call(known.List);
        yield return list;
        if (RequestsOf(list.Response, known, into) is not { } requests) yield break;
        var get = new Call(known.Metrics);
        yield return get;
        Divide(get.Response, requests, known, into);
    }

    /// <summary>The same, where the calls are paid for.</summary>
    public static void CpuAtOnce(Readings.Reading known, RoutineSet routines, Measured<CpuUtilization> into)
    {
        if (RequestsOf(routines.AskAtOnce(known.List), known, into) is { } requests)
        {
            Divide(routines.AskAtOnce(known.Metrics), requests, known, into);
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

    private static void Divide(in ApiResponse metrics, CpuRequests requests, Readings.Reading known, Measured<CpuUtilization> into)
    {
        var error = ErrorOf(metrics);
        if (error.Length == 0) into.Value = known.Utilization(metrics.Metrics!.Pods, requests, out error);
        if (error.Length > 0) into.Error = CpuFailed + error;
    }

    /// <summary>Null after an error.</summary>
    private static CpuRequests? RequestsOf(in ApiResponse list, Readings.Reading known, Measured<CpuUtilization> into)
    {
        var error = "";
        var requests = list.IsOk ? known.Requests(list.Items!, out error) : null;
        if (!list.IsOk) error = $"failed to get pod list: {list.Outcome}";
        if (requests is null) into.Error = CpuFailed + error;
        return requests;
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
