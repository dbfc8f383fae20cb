using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>A measured run, simulated: its objects, load and phases.</summary>
internal sealed class TimelineRun : IObserver
{
    /// <summary>So many autoscalers had one controller manager; others matter only where objects wait for one another.</summary>
    public const int Autoscalers = 15;

    private const double QuietMilli = 80;

    private static readonly TimeSpan TouchPause = TimeSpan.FromMilliseconds(2);

    private readonly Timeline _timeline;
    private readonly TimelineDemand _demand;
    private readonly double _begin;
    private readonly string _home;
    private readonly ScenarioRun _run;
    private readonly List<TimelineDecision> _decisions = [];
    private LeakyMetrics? _metrics;
    private bool _isByHand;

    /// <param name="place">Where in the row of all autoscalers this one stands, from 0; only with a touch there are others.</param>
    public TimelineRun(Timeline timeline, int place)
    {
        // Stamps and times in objects are whole seconds: those of the recording have to be whole ones here.
        (_timeline, _begin) = (timeline, timeline.SampleStamp - Math.Ceiling(timeline.SampleStamp - timeline.Begin));
        (_home, _demand) = (HomeOf(place), timeline.Demand);
        _run = new ScenarioRun(
            new Scenario
            {
                Name = "timeline",
                Duration = MomentOf(timeline.LastEvent + 1),
                Clusters = [ClusterOf(timeline.Touched is null ? 1 : Autoscalers)],
            },
            this);
    }

    /// <summary>Within the time of the recording.</summary>
    public IReadOnlyList<TimelineDecision> Decisions =>
        [.. _decisions.Where(decision => decision.At >= _timeline.FirstEvent && decision.At <= _timeline.LastEvent)];

    /// <summary>The API server has refused status writes.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>From the touch to the first pass, seconds.</summary>
    public double PassAfterTouch =>
        _metrics!.Reads.First(read => read.Home == _home && At(read.At.SinceStart) > _timeline.Touched).At.SinceStart.TotalSeconds
        - MomentOf(_timeline.Touched!.Value).TotalSeconds;

    public TimelineRun Run()
    {
        var cluster = _run.Clusters[0];
        var share = new NamespaceDemand(DemandOf, () => _run.Now);
        cluster.Usage = share;
        share.Follow(cluster.Store);
        _run.Start();
        cluster.Server.MetricsServer = _metrics = new LeakyMetrics(cluster.Server.MetricsServer, _home, GapOf());
        cluster.Store.Committed += OnCommitted;
        if (_timeline.Touched is { } touched) TouchAll(touched);
        foreach (var (at, to) in _timeline.ResizedByHand) Resize(at, to);
        while (_run.Advance(_run.Scenario.Duration))
        {
        }

        return this;
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.AutoscalerFailing && observation.Subject == TimelineObjects.KeyIn(_home).ToString()
            && observation.Other.StartsWith("Operation cannot be fulfilled on horizontalpodautoscalers", StringComparison.Ordinal))
        {
            IsFrozen = true;
        }
    }

    private static string HomeOf(int place) => string.Create(CultureInfo.InvariantCulture, $"hpa-{place:D2}");

    private TimeSpan MomentOf(double t) => TimeSpan.FromMicroseconds(Math.Round((t - _begin) * 1e6));

    private double At(TimeSpan moment) => moment.TotalSeconds + _begin;

    private double DemandOf(string home, TimeSpan moment) => home == _home ? _demand.At(At(moment)) : QuietMilli;

    private (int Pods, Instant From, Instant Until) GapOf()
    {
        if (_timeline.Gap is not { } gap) return default;
        var from = Math.Max(gap.From, _begin);
        return (gap.Pods, Instant.FromStart(MomentOf(from)), Instant.FromStart(MomentOf(gap.Until)));
    }

    private void TouchAll(double at)
    {
        for (var place = 0; place < Autoscalers; place++)
        {
            var moment = MomentOf(at) + (TouchPause * place);
            _run.Advance(moment);
            var cluster = _run.Clusters[0];
            var scaler = cluster.Store.Find("HorizontalPodAutoscaler", TimelineObjects.KeyIn(HomeOf(place)))!;
            var annotations = scaler.Metadata.Annotations.With("touched", "yes");
            var touched = scaler with { Metadata = scaler.Metadata with { Annotations = annotations } };
            cluster.Server.Execute(new UpdateRequest(touched), Instant.FromStart(moment));
        }
    }

    private void Resize(double at, int to)
    {
        _run.Advance(MomentOf(at));
        var cluster = _run.Clusters[0];
        var scale = Scale.Of(cluster.Store.Find(KindOfTarget, TimelineObjects.KeyIn(_home))!)!;
        _isByHand = true;
        cluster.Server.Execute(new UpdateScaleRequest(scale with { Replicas = to }), Instant.FromStart(MomentOf(at)));
        _isByHand = false;
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (_isByHand || commit.Previous is null || commit.Object.Kind != KindOfTarget) return;
        if (commit.Object.Key != TimelineObjects.KeyIn(_home)) return;
        var (old, now) = (Scale.Of(commit.Previous)!.Replicas, Scale.Of(commit.Object)!.Replicas);
        if (old != now) _decisions.Add(new TimelineDecision(At(_run.Now), old, now));
    }

    private string KindOfTarget => _timeline.Config.Text("scaleTarget");

    private ClusterSpec ClusterOf(int autoscalers) => new()
    {
        Name = "hollow",
        Zones = ["z"],
        NodePools =
        [
            new NodePoolSpec
            {
                Name = "hollow",
                Count = _timeline.Config.IntOr("nodesOfferedToThePods", 18),
                Capacity = ResourceList.Of(
                    (ResourceNames.Cpu, Quantity.FromMilli(_timeline.Config.IntOr("nodeCPUMillicores", 1000))),
                    (ResourceNames.Memory, Quantity.Parse("3840Mi")),
                    (ResourceNames.Pods, Quantity.FromUnits(110))),
            },
        ],
        ApiServer = new ApiServerOptions { AdmissionControl = [] },
        ControllerManager = new ControllerManagerOptions
        {
            Autoscaling = new HorizontalOptions { FirstTick = PhaseOf(_timeline.Tick, 30) },
        },
        Heapster = new HeapsterOptions { Sampler = _timeline.Sampler, Phase = PhaseOf(_timeline.SampleStamp, 60) },
        Workloads = [.. Enumerable.Range(0, autoscalers).Select(place => new WorkloadSpec(TimeSpan.Zero, ObjectsIn(HomeOf(place))))],
    };

    private TimeSpan PhaseOf(double t, double period) => MomentOf((((t - _begin) % period) + period) % period + _begin);

    private IReadOnlyList<ApiObject> ObjectsIn(string home)
    {
        var (config, isOurs) = (_timeline.Config, home == _home);
        int? percent = config.TryGetProperty("targetCPUPercent", out var given) && given.TryGetInt32(out var value) ? value : null;
        return
        [
            TimelineObjects.Target(KindOfTarget, home, isOurs ? _timeline.Replicas : 1, config.IntOr("cpuRequestMillicores", 200)),
            TimelineObjects.Autoscaler(KindOfTarget, home, config.IntOr("minReplicas", 1), config.Int("maxReplicas"), percent),
        ];
    }
}
