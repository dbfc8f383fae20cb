using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Metrics;

/// <summary>Measures pods, and answers autoscalers (Heapster 1.1.0). Without autoscalers it does nothing.</summary>
/// <remarks>
/// Left out: memory, which nobody asks it for; the seconds by which cAdvisor's own samples are older.
/// </remarks>
public sealed class Heapster : IMetricsServer
{
    private static readonly ObjectKey Service = new("kube-system", "heapster");

    private readonly Simulation _simulation;
    private readonly SimulatedApiServer _server;
    private readonly MetricsPlace _place;
    private readonly MeasuredPods _pods;
    private readonly SampleTimes _times;
    private readonly Func<ISampler> _newSampler;
    private readonly Dictionary<SelectorMatcher, KnownAnswer> _answers = new(ReferenceEqualityComparer.Instance);
    private readonly Func<CustomSamples> _newCustom;
    private ISampler _sampler;
    private CustomSamples _custom;
    private string _life = "";
    private bool _isSampling;

    public Heapster(
        Simulation simulation, SimulatedApiServer server, HeapsterOptions options, IPodUsage usage, IMachineReach machines)
    {
        (_simulation, _server, _times) = (simulation, server, new SampleTimes(options));
        (_place, _pods) = (new MetricsPlace(server.Store, machines, Service), new MeasuredPods(server, machines));
        _newSampler = options.Sampler switch
        {
            HeapsterSampler.Minute => () => new MinuteSampler(usage, _times),
            HeapsterSampler.Live => () => new LiveSampler(usage, machines),
            _ => () => new RateSampler(usage, _times),
        };
        _sampler = _newSampler();
        _newCustom = () => new CustomSamples(usage, _times);
        _custom = _newCustom();
    }

    /// <summary>Takes its place behind the API server: what there is, it has measured for long.</summary>
    public void Begin()
    {
        _server.MetricsServer = this;
        _life = _place.Life(out _);
        foreach (var pods in _pods.All()) _sampler.CatchUp(pods, Now);
        foreach (var pods in _pods.WithCustomMetrics()) _custom.CatchUp(pods, Now);
        if (_pods.AreAny) Plan();
        _server.Store.Committed += OnCommitted;
    }

    public MetricsAnswer Answer(PodMetricsRequest request, Instant now)
    {
        if (!IsThere(out var fault)) return new MetricsAnswer { Fault = fault };
        var pods = _server.PodsOf(new ListPodsRequest(request.Namespace, request.Selector));
        if (_sampler.Version is not { } version) return Measured(pods, now);
        if (!_answers.TryGetValue(request.Selector, out var known)) _answers.Add(request.Selector, known = new KnownAnswer());
        if (known.Of(pods, _sampler, version) is { } same) return same;
        return known.Answer = known.Find() is { } sample ? new MetricsAnswer { Pods = sample } : Measured(pods, now);
    }

    public MetricsAnswer Answer(CustomMetricRequest request, Instant now) =>
        IsThere(out var fault) ? new MetricsAnswer { Series = _custom.Find(request) } : new MetricsAnswer { Fault = fault };

    private MetricsAnswer Measured(IReadOnlyList<ApiObject> pods, Instant now)
    {
        var measured = new List<PodMetrics>(pods.Count);
        foreach (var pod in pods)
        {
            if (_sampler.Find((Pod)pod, now) is { } metrics) measured.Add(metrics);
        }

        return new MetricsAnswer { Pods = measured };
    }

    private Instant Now => Instant.FromStart(_simulation.Now);

    /// <summary>A new life of it remembers nothing.</summary>
    private bool IsThere(out string? fault)
    {
        var life = _place.Life(out fault);
        if (life == _life) return fault is null;
        (_life, _sampler, _custom) = (life, _newSampler(), _newCustom());
        return fault is null;
    }

    /// <summary>An autoscaler comes: its pods have been measured as all others, but nobody had asked for them.</summary>
    private void OnCommitted(WatchEvent commit)
    {
        if (commit is not { Type: WatchEventType.Added, Object: HorizontalPodAutoscaler scaler }) return;
        if (IsThere(out _) && _pods.Of(scaler) is { } pods)
        {
            _sampler.CatchUp(pods, Now);
            if (MeasuredPods.HasCustomMetrics(scaler)) _custom.CatchUp(pods, Now);
        }

        if (!_isSampling) Plan();
    }

    private void Plan()
    {
        _isSampling = true;
        _simulation.ScheduleAt((_times.LastBefore(Now) + _times.Period).SinceStart, Sample);
    }

    private void Sample()
    {
        if (IsThere(out _))
        {
            _sampler.Sample(_pods.All(), Now);
            _custom.Sample(_pods.WithCustomMetrics(), Now);
        }

        if (_pods.AreAny) Plan();
        else _isSampling = false;
    }
}
