using System.Text.Json;
using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The API server and Heapster of a recording of kind hpa.</summary>
internal sealed class RecordedMetricsApi(JsonElement recording)
{
    private const string Home = "test-namespace";

    /// <summary>What ages are counted from.</summary>
    private static readonly Instant Reference = Instant.FromSeconds(1_000_000);

    private static readonly LabelSelector Selector = new() { MatchLabels = LabelSet.Of(("name", "rc")) };

    /// <summary>Somewhere in the second that follows.</summary>
    public static readonly Instant Now = Reference + TimeSpan.FromMilliseconds(500);

    /// <summary>"Type Reason Message", in order.</summary>
    public List<string> Events { get; } = [];

    public Scale? Written { get; private set; }

    public HorizontalPodAutoscaler? Status { get; private set; }

    /// <summary>The status that was written says that it has scaled now.</summary>
    public bool HasScaledNow => Written is not null && Status?.Status.LastScaleTime == Now.TruncatedToSecond;

    public static string CustomStatusOf(HorizontalPodAutoscaler scaler) =>
        scaler.Metadata.Annotations.ValueOrEmpty(CustomMetricText.Status);

    /// <summary>One pass: the loop is not told of its own writes.</summary>
    public void Run(IControlLoop loop)
    {
        loop.Deliver(new WatchEvent(WatchEventType.Added, ReadScaler(), null), Now);
        List<ApiRequest> requests = [];
        do
        {
            requests.Clear();
            loop.TakeRequests(requests);
            foreach (var request in requests) Answer(request, loop);
        }
        while (requests.Count > 0);
    }

    private void Answer(ApiRequest request, IControlLoop loop)
    {
        // The recordings begin where the object is known already.
        if (request is EventRequest told)
        {
            if (told.Reason != "DefaultPolicy") Events.Add($"{told.Type} {told.Reason} {told.Message}");
            return;
        }

        if (request is UpdateScaleRequest update) Written = update.Scale;
        if (request is UpdateStatusRequest status) Status = (HorizontalPodAutoscaler)status.Object;
        loop.Complete(request switch
        {
            GetScaleRequest => new ApiResponse(request, ApiResult.Ok, ReadScale()),
            ListPodsRequest => new ApiResponse(request, ApiResult.Ok, Items: [.. recording.List("pods").Select(ReadPod)]),
            PodMetricsRequest => Metrics(request, new MetricsAnswer { Pods = [.. recording.List("podMetrics").Select(ReadMetrics)] }),
            CustomMetricRequest custom => Metrics(request, new MetricsAnswer { Series = ReadSeries(custom.Metric) }),
            _ => new ApiResponse(request, ApiResult.Ok),
        }, Now);
    }

    private static ApiResponse Metrics(ApiRequest request, MetricsAnswer answer) =>
        new(request, ApiResult.Ok) { Metrics = answer };

    private HorizontalPodAutoscaler ReadScaler() => new()
    {
        Metadata = new ObjectMeta { Name = "hpa", Namespace = Home, Annotations = ReadAnnotations() },
        TargetKind = "replicationcontrollers",
        TargetName = "rc",
        MinReplicas = IntOrNull("minReplicas"),
        MaxReplicas = recording.Int("maxReplicas"),
        TargetCpuUtilization = IntOrNull("targetCPUUtilizationPercentage"),
        Status = new HorizontalPodAutoscalerStatus
        {
            CurrentReplicas = recording.Int("currentReplicas"),
            DesiredReplicas = recording.Int("prevStatusDesiredReplicas"),
            CpuUtilization = IntOrNull("prevStatusCpuPercentage"),
            LastScaleTime = IntOrNull("lastScaleAgeSec") is { } age ? Ago(age) : null,
        },
    };

    private LabelSet ReadAnnotations() => recording.Bool("customAnnotationPresent")
        ? LabelSet.Of((CustomMetricText.Target, CustomMetricText.Write(
            recording.List("customMetrics").Select(metric => (metric.Text("name"), metric.Text("target"))))))
        : LabelSet.Empty;

    private Scale ReadScale() => new()
    {
        Metadata = new ObjectMeta { Name = "rc", Namespace = Home },
        TargetKind = "replicationcontrollers",
        Replicas = recording.Int("currentReplicas"),
        CurrentReplicas = recording.Int("currentReplicas"),
        Selector = Selector,
    };

    private static Pod ReadPod(JsonElement pod) => new()
    {
        Metadata = new ObjectMeta { Name = pod.Text("name"), Namespace = Home, Labels = Selector.MatchLabels },
        Spec = new PodSpec { Containers = [.. pod.List("containers").Select(ReadContainer)] },
        Status = new PodStatus { Phase = Enum.Parse<PodPhase>(pod.Text("phase")) },
    };

    private static Container ReadContainer(JsonElement container) => new()
    {
        Requests = QuantityOrNull(container.GetProperty("cpuRequest")) is { } cpu
            ? ResourceList.Of((ResourceNames.Cpu, cpu))
            : ResourceList.Empty,
    };

    private static PodMetrics ReadMetrics(JsonElement pod) => new(
        pod.Text("name"), Ago(pod.Int("ageSec")),
        [.. pod.List("containerCpus").Select(cpu => new ContainerUsage("c", QuantityOrNull(cpu)))]);

    private IReadOnlyList<IReadOnlyList<MetricPoint>> ReadSeries(string metric) =>
    [
        .. recording.List("customMetrics").First(known => known.Text("name") == metric).List("podSeries")
            .Select(series => series.EnumerateArray().Select(ReadPoint).ToList()),
    ];

    private static MetricPoint ReadPoint(JsonElement point) => new(
        Ago(point.Int("ageSec")), point.GetProperty("value").GetUInt64(),
        point.GetProperty("floatValue") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null);

    private static Instant Ago(int seconds) => Reference - TimeSpan.FromSeconds(seconds);

    private static Quantity? QuantityOrNull(JsonElement text) => text.GetString() is { } written ? Quantity.Parse(written) : null;

    private int? IntOrNull(string field) =>
        recording.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
