using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Load;

/// <summary>
/// Reads what metrics servers tell of pods: lists of metrics.k8s.io (PodMetricsList), and Heapster's /api/v1/metric-export. A pod is a
/// series.
/// </summary>
/// <remarks>Heapster's cpu/usage counts nanoseconds since its start: its mean since then is taken.</remarks>
internal sealed class UsageLists(LoadKind kind, Diagnostics diagnostics)
{
    /// <summary>By its kind, or by the shape of its items.</summary>
    public static bool IsOne(SourceNode answer) => answer switch
    {
        SourceMapping map => map.Text("kind") is "PodMetricsList" or "NodeMetricsList" or "PodMetrics" or "NodeMetrics",
        SourceSequence { Items: [SourceMapping first, ..] } => first["metrics"] is SourceMapping && first["labels"] is SourceMapping,
        _ => false,
    };

    public IReadOnlyList<LoadSeries> Read(SourceNode answer)
    {
        if (kind == LoadKind.Requests)
        {
            diagnostics.Error(answer, "this is a list of what pods use, not of requests; allowed with --as cpu or --as memory");
            return [];
        }

        return answer is SourceMapping map
            ? OfList(map)
            : [.. ((SourceSequence)answer).Items.OfType<SourceMapping>().SelectMany(OfHeapster)];
    }

    private IReadOnlyList<LoadSeries> OfList(SourceMapping list)
    {
        if (list.Text("kind").StartsWith("Node", StringComparison.Ordinal))
        {
            diagnostics.Error(list, "this is a list of what nodes use; allowed is one of pods (PodMetricsList)");
            return [];
        }

        var pods = list.Text("kind") == "PodMetrics" ? [list] : list.Maps("items");
        return [.. pods.Select(OfPod).OfType<LoadSeries>()];
    }

    private LoadSeries? OfPod(SourceMapping pod)
    {
        var metadata = pod.Map("metadata");
        var sum = 0.0;
        foreach (var container in pod.Maps("containers"))
        {
            var text = container.Map("usage").Text(kind == LoadKind.Cpu ? ResourceNames.Cpu : ResourceNames.Memory);
            if (text.Length > 0 && Quantity.TryParse(text, out var amount)) sum += (double)amount.Nanos / 1e9;
            else diagnostics.Error(container, $"'{Wording.Shortened(text)}' is no amount; allowed is one such as 12345n or 64Ki; left out");
        }

        if (Seconds(pod.Text("timestamp")) is { } at) return Series(metadata.Text("namespace"), metadata.Text("name"), at, sum, pod);
        diagnostics.Error(pod, $"the timestamp '{Wording.Shortened(pod.Text("timestamp"))}' is no date; left out");
        return null;
    }

    private IEnumerable<LoadSeries> OfHeapster(SourceMapping item)
    {
        var labels = item.Map("labels");

        // Its containers are told beside it, and so are nodes, namespaces and the cluster.
        if (labels.Text("type") != "pod") yield break;
        var name = kind == LoadKind.Cpu ? "cpu/usage" : "memory/usage";
        if (item.Map("metrics")?[name] is not SourceSequence { Items: [SourceMapping point, ..] }) yield break;
        var (start, end) = (Seconds(point.Text("start")), Seconds(point.Text("end")));
        if (end is not { } at || !double.TryParse(point.Text("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            diagnostics.Error(point, "found a point without an end or a value; allowed are start, end and value; left out");
            yield break;
        }

        if (kind == LoadKind.Cpu) value = start < at ? value / 1e9 / (at - start.Value) : 0;
        var home = labels.Text("namespace_name") is { Length: > 0 } known ? known : labels.Text("pod_namespace");
        yield return Series(home, labels.Text("pod_name"), at, value, point);
    }

    private LoadSeries Series(string home, string name, double at, double value, SourceNode place)
    {
        var points = new LoadPoints(diagnostics);
        points.Add(at, value, place.File, place.Line, place.Column);
        return new LoadSeries(home, name, points.All);
    }

    private static double? Seconds(string text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date)
        ? (date - DateTime.UnixEpoch).TotalSeconds
        : null;
}
