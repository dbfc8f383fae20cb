using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Metrics;

/// <summary>
/// Measures pods and answers autoscalers: metrics-server 0.4, and an adapter that tells the custom metrics of applications. Without
/// autoscalers it does nothing.
/// </summary>
/// <remarks>
/// A value is what the kubelet says of the last seconds, taken once a period; all that a pod uses is told under its first container. Left
/// out: metrics of other objects than pods, and external ones.
/// </remarks>
public sealed class MetricsServer : IMetricsApis
{
    /// <summary>What a value is the average of (pkg/scraper of metrics-server 0.4).</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private static readonly ObjectKey Service = new("kube-system", "metrics-server");

    private readonly Simulation _simulation;
    private readonly SimulatedApiServer _server;
    private readonly IPodUsage _usage;
    private readonly HeapsterOptions _options;
    private readonly MetricsPlace _place;
    private readonly MeasuredPods _pods;
    private Dictionary<string, PodUsageSample> _samples = new(StringComparer.Ordinal);
    private string _life = "";
    private bool _isSampling;

    public MetricsServer(
        Simulation simulation, SimulatedApiServer server, HeapsterOptions options, IPodUsage usage, IMachineReach machines)
    {
        (_simulation, _server, _options, _usage) = (simulation, server, options, usage);
        (_place, _pods) = (new MetricsPlace(server.Store, machines, Service), new MeasuredPods(server, machines));
    }

    private Instant Now => Instant.FromStart(_simulation.Now);

    /// <summary>Takes its place behind the API server: what there is, it has measured for long.</summary>
    public void Begin()
    {
        _server.MetricsApis = this;
        _life = _place.Life(out _);
        if (_pods.AreAny) Plan();
        CatchUp(_pods.All());
        _server.Store.Committed += OnCommitted;
    }

    public ApiResponse Answer(ApiRequest request, Instant now) => request switch
    {
        ResourceMetricsRequest resource => Answer(resource),
        PodsMetricRequest custom => Answer(custom),
        _ => NoMetricsApis.Missing(request),
    };

    private ApiResponse Answer(ResourceMetricsRequest request)
    {
        if (!IsThere())
        {
            return new ApiResponse(
                request, ApiResult.Unavailable, Reason: "the server is currently unable to handle the request (get pods.metrics.k8s.io)");
        }

        return Told(
            request,
            new MetricSamples { Pods = [.. PodsOf(request.Namespace, request.Selector).Select(SampleOf).OfType<PodUsageSample>()] });
    }

    private PodUsageSample? SampleOf(Pod pod) => _samples.GetValueOrDefault(pod.Metadata.Uid);

    private ApiResponse Answer(PodsMetricRequest request)
    {
        var values = PodsOf(request.Namespace, request.Selector)
            .Select(pod => ValueOf(pod, request.Metric.Name))
            .OfType<PodValue>()
            .ToList();
        return values.Count == 0
            ? new ApiResponse(
                request, ApiResult.NotFound, Reason: $"the server could not find the metric {request.Metric.Name} for pods")
            : Told(request, new MetricSamples { PodValues = values });
    }

    private PodValue? ValueOf(Pod pod, string metric)
    {
        if (pod.Status.Phase != PodPhase.Running) return null;
        foreach (var (name, value) in _usage.Metrics(pod))
        {
            if (name == metric) return new PodValue(pod.Name, Quantity.FromMilli((long)Math.Round(value * 1000)));
        }

        return null;
    }

    private IEnumerable<Pod> PodsOf(string home, SelectorMatcher selector) =>
        _server.PodsOf(new ListPodsRequest(home, selector)).Cast<Pod>().OrderBy(pod => pod.Name, StringComparer.Ordinal);

    private static ApiResponse Told(ApiRequest request, MetricSamples samples) => new(request, ApiResult.Ok) { Samples = samples };

    /// <summary>A new life of it remembers nothing.</summary>
    private bool IsThere()
    {
        var life = _place.Life(out var fault);
        if (life != _life) (_life, _samples) = (life, new(StringComparer.Ordinal));
        return fault is null;
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit is not { Type: WatchEventType.Added, Object: HorizontalPodAutoscaler scaler }) return;
        if (IsThere() && _pods.Of(scaler) is { } pods) CatchUp([pods]);
        if (!_isSampling) Plan();
    }

    private void Plan()
    {
        _isSampling = true;
        _simulation.ScheduleAt((LastBefore(Now) + _options.Period).SinceStart, Sample);
    }

    private void Sample()
    {
        if (IsThere())
        {
            _samples.Clear();
            Take(_pods.All(), Now, static _ => true);
        }

        if (_pods.AreAny) Plan();
        else _isSampling = false;
    }

    /// <summary>Pods that nobody has asked for so far were measured as all others: those that ran at the last sample.</summary>
    private void CatchUp(IReadOnlyList<MeasuredList> lists)
    {
        var taken = LastBefore(Now);
        Take(lists, taken, pod => pod.Status.StartTime < taken);
    }

    private void Take(IReadOnlyList<MeasuredList> lists, Instant taken, Func<Pod, bool> isMeasured)
    {
        foreach (var pod in lists.SelectMany(list => list.Pods).Where(isMeasured)) _samples[pod.Metadata.Uid] = Measure(pod, taken);
    }

    private PodUsageSample Measure(Pod pod, Instant taken)
    {
        var usage = ResourceList.Of(
            (ResourceNames.Cpu, Quantity.FromMilli(Measurement.Whole(_usage.MilliCpu(pod)))),
            (ResourceNames.Memory, Quantity.FromUnits(_usage.MemoryBytes(pod))));
        return new PodUsageSample(
            pod.Name, taken.TruncatedToSecond, Window, [new ContainerSample(pod.Spec.Containers[0].Name, usage)]);
    }

    /// <summary>When the last sample up to a moment was taken.</summary>
    private Instant LastBefore(Instant moment)
    {
        var first = Instant.FromStart(_options.Phase);
        var since = (moment - first).Ticks;
        var periods = since >= 0 ? since / _options.Period.Ticks : -((-since + _options.Period.Ticks - 1) / _options.Period.Ticks);
        return first + (_options.Period * periods);
    }
}
