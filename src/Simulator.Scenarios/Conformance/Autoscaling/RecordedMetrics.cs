using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Scenarios.Conformance.Workloads;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The API server and the metrics APIs of one pass of a recording.</summary>
internal sealed class RecordedMetrics(JsonElement tick)
{
    private readonly JsonElement _metrics = tick.GetProperty("metrics");

    public List<string> Events { get; } = [];

    /// <summary>Null if no scale was written.</summary>
    public int? ScaledTo { get; private set; }

    /// <summary>Null if no status was written.</summary>
    public HorizontalPodAutoscalerStatus? Status { get; private set; }

    public void AnswerAll(IControlLoop loop, Instant now)
    {
        List<ApiRequest> requests = [];
        do
        {
            requests.Clear();
            loop.TakeRequests(requests);
            foreach (var request in requests)
            {
                if (request is EventRequest told) Events.Add($"{told.Type} {told.Reason} {told.Message}");
                else loop.Complete(Answer(request), now);
            }
        }
        while (requests.Count > 0);
    }

    private ApiResponse Answer(ApiRequest request) => request switch
    {
        GetScaleRequest when Is("scaleGetFails") => Failed(request, "scale get failed"),
        GetScaleRequest => new ApiResponse(request, ApiResult.Ok, ReadScale()),
        UpdateScaleRequest when Is("scaleUpdateFails") => Failed(request, "scale update failed"),
        UpdateScaleRequest update => Scaled(update),
        UpdateStatusRequest { Object: HorizontalPodAutoscaler autoscaler } => Written(request, autoscaler),
        ResourceMetricsRequest when _metrics.TryGetProperty("podMetricsError", out var error) && error.ValueKind != JsonValueKind.False =>
            Failed(request, "metrics server down"),
        ResourceMetricsRequest => Samples(request, new MetricSamples { Pods = [.. _metrics.List("podMetrics").Select(ReadUsage)] }),
        PodsMetricRequest of => Custom(request, of.Metric, "custom", ReadPodValues(of.Metric.Name)),
        ObjectMetricRequest of => Custom(request, of.Metric, "custom", ReadObject(of.Metric.Name)),
        ExternalMetricRequest of => Custom(request, of.Metric, "external", ReadExternal(of.Metric.Name)),
        _ => new ApiResponse(request, ApiResult.Ok),
    };

    private bool Is(string field) => tick.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True;

    private static ApiResponse Failed(ApiRequest request, string why) => new(request, ApiResult.Unavailable, Reason: why);

    private ApiResponse Scaled(UpdateScaleRequest update)
    {
        ScaledTo = update.Scale.Replicas;
        return new ApiResponse(update, ApiResult.Ok, update.Scale);
    }

    private ApiResponse Written(ApiRequest request, HorizontalPodAutoscaler autoscaler)
    {
        Status = autoscaler.Status;
        return new ApiResponse(request, ApiResult.Ok, autoscaler);
    }

    private ApiResponse Custom(ApiRequest request, MetricIdentity metric, string api, MetricSamples samples) =>
        _metrics.TryGetProperty("failingMetrics", out var failing) && failing.TryGetProperty(metric.Name, out _)
            ? Failed(request, $"{api} metrics api failed")
            : Samples(request, samples);

    private static ApiResponse Samples(ApiRequest request, MetricSamples samples) =>
        new(request, ApiResult.Ok) { Samples = samples };

    private Scale ReadScale() => new()
    {
        Replicas = tick.Int("scaleSpecReplicas"),
        CurrentReplicas = tick.Int("scaleStatusReplicas"),
        Selector = ReadSelector(tick.Text("scaleSelector")),
    };

    /// <summary>Pairs "key=value"; what cannot be read becomes a selector that cannot be, either.</summary>
    private static LabelSelector? ReadSelector(string text)
    {
        if (text.Length == 0) return null;
        var pairs = text.Split(',').Select(pair => pair.Split('=')).ToList();
        return pairs.TrueForAll(pair => pair.Length == 2)
            ? new LabelSelector { MatchLabels = LabelSet.Of([.. pairs.Select(pair => (pair[0], pair[1]))]) }
            : new LabelSelector { MatchExpressions = [new SelectorRequirement(text, "", [])] };
    }

    private static PodUsageSample ReadUsage(JsonElement pod) => new(
        pod.Text("pod"), RecordedText.Second(pod, "timestampSec")!.Value, TimeSpan.FromSeconds(pod.Number("windowSec")),
        [.. pod.List("containers").Select(container => new ContainerSample(container.Text("name"), ReadAmounts(container)))]);

    private static ResourceList ReadAmounts(JsonElement container)
    {
        List<KeyValuePair<string, Quantity>> amounts = [];
        foreach (var resource in (string[])["cpu", "memory"])
        {
            if (container.TryGetProperty(resource, out var amount) && amount.ValueKind == JsonValueKind.String)
            {
                amounts.Add(new(resource, Quantity.Parse(amount.GetString()!)));
            }
        }

        return ResourceList.Of(amounts);
    }

    private MetricSamples ReadPodValues(string metric) => new()
    {
        PodValues = _metrics.TryGetProperty("podsMetrics", out var values)
            ? [.. values.List(metric).Select(value => new PodValue(value.Text("pod"), Quantity.Parse(value.Text("value"))))]
            : [],
    };

    private MetricSamples ReadObject(string metric) => new()
    {
        Values = _metrics.TryGetProperty("objectMetrics", out var values) && values.TryGetProperty(metric, out var value)
            ? [Quantity.Parse(value.GetString()!)]
            : [],
    };

    private MetricSamples ReadExternal(string metric) => new()
    {
        Values = _metrics.TryGetProperty("externalMetrics", out var values)
            ? [.. values.List(metric).Select(value => Quantity.Parse(value.GetString()!))]
            : [],
    };
}
