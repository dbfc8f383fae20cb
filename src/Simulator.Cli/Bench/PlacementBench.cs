using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Fast;
using Simulator.ControlPlane.Scheduling.Framework.Running;

namespace Simulator.Cli.Bench;

/// <summary>
/// Times passes of the scheduling framework with the default provider, assumption included; a sample is repeated by the plain placer.
/// </summary>
public sealed class PlacementBench
{
    private readonly SchedulerBenchPlan _plan;

    private readonly PlacementPods _kind;

    private readonly BenchPods _pods;

    private readonly SchedulerState _state = new();

    private readonly OrderDraws _draws = new(new DecisionOrder(1));

    private readonly FastPlacer _fast;

    private readonly Profile _profile = Profile.Default(new PluginSettings());

    private int _placed;

    public PlacementBench(SchedulerBenchPlan plan, PlacementPods kind)
    {
        (_plan, _kind) = (plan, kind);
        _pods = new BenchPods(plan with { Pods = kind == PlacementPods.AntiAffinity ? PodsKind.AntiAffinity : PodsKind.Plain });
        foreach (var node in BenchNodes.Make(plan.Nodes, plan.PodsPerNode + (plan.Decisions / plan.Nodes) + 10))
        {
            _state.Cache.Set(node with
            {
                Metadata = node.Metadata with
                {
                    Labels = node.Metadata.Labels.With(WellKnownLabels.TopologyZone, node.Metadata.Labels[WellKnownLabels.Zone]),
                },
            });
        }

        for (var app = 0; app < Apps; app++) Add(BenchPods.OwnersOf(_pods.Of(app, ""), "app"));
        for (var i = 0; i < plan.Nodes * plan.PodsPerNode; i++)
        {
            var app = Apps == 1 ? 0 : i / SchedulerBenchPlan.AppSize;
            _state.Cache.Set(Bound(Of(_pods.Of(app, $"fill-{i:D7}")), BenchNodes.NameOf(i % plan.Nodes)));
        }

        _fast = new FastPlacer(_profile, _state, _draws, new FastCluster(_state));
    }

    private int Apps => _kind == PlacementPods.AntiAffinity || _plan.NewTemplates ? _plan.Apps : 1;

    public SchedulerBenchResult Run()
    {
        var (checks, matching) = Check();
        double[] runs = [.. Enumerable.Range(0, _plan.Repeat).Select(_ => Pass())];
        Array.Sort(runs);
        return new SchedulerBenchResult(
            _plan.Nodes, _plan.PodsPerNode, _kind.ToString(), _plan.NewTemplates, _plan.Decisions, runs.Length, runs[runs.Length / 2],
            runs[0], runs[^1], 0, 0, checks, matching);
    }

    /// <summary>Before each of some passes the plain placer does the same with the same dice.</summary>
    private (int Checks, int Matching) Check()
    {
        var (matching, pods) = (0, new List<Pod>());
        for (var i = 0; i < _plan.SampleSize; i++)
        {
            var pod = NextPod();
            var (start, draws) = (_state.NextStart, _draws.Count);
            var expected = new PlainPlacer(_profile, _state, _draws).Place(pod, Instant.Start);
            (_state.NextStart, _draws.Count) = (start, draws);
            var placement = Place(pod);
            pods.Add(pod);
            if ((placement.Host, placement.Ties, placement.Best) == (expected.Host, expected.Ties, expected.Best)) matching++;
        }

        foreach (var pod in pods) _state.Cache.Remove(pod.Key);
        return (_plan.SampleSize, matching);
    }

    /// <summary>Decisions a CPU second.</summary>
    private double Pass()
    {
        Pod[] pods = [.. Enumerable.Range(0, _plan.Decisions).Select(_ => NextPod())];
        var owners = _plan.NewTemplates ? Array.ConvertAll(pods, pod => BenchPods.OwnersOf(pod, "version")) : [];
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < pods.Length; i++)
        {
            if (owners.Length > 0) Add(owners[i]);
            Place(pods[i]);
        }

        var speed = pods.Length / Math.Max((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, 1e-6);
        foreach (var pod in pods) _state.Cache.Remove(pod.Key);
        foreach (var (service, controller) in owners)
        {
            _state.Objects.Remove(service);
            _state.Objects.Remove(controller);
        }

        return speed;
    }

    private Pod NextPod()
    {
        var number = _placed++;
        return Of(_plan.NewTemplates ? _pods.New(number) : _pods.Of(Apps == 1 ? 0 : number, $"next-{number:D7}"));
    }

    /// <summary>Pods of an app share their constraints.</summary>
    private Pod Of(Pod pod) => _kind != PlacementPods.HardSpread ? pod : pod with { Spec = pod.Spec with { Placement = Spread } };

    private static readonly PodPlacement Spread = new()
    {
        SpreadConstraints =
        [
            new TopologySpreadConstraint
            {
                MaxSkew = 1,
                TopologyKey = WellKnownLabels.TopologyZone,
                WhenUnsatisfiable = "DoNotSchedule",
                LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "app-0")) },
            },
            new TopologySpreadConstraint
            {
                MaxSkew = 1,
                TopologyKey = WellKnownLabels.Hostname,
                WhenUnsatisfiable = "DoNotSchedule",
                LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "app-0")) },
            },
        ],
    };

    private void Add((Service Service, ReplicationController Controller) owners)
    {
        _state.Objects.Set(owners.Service);
        _state.Objects.Set(owners.Controller);
    }

    private Placement Place(Pod pod)
    {
        var placement = _fast.Place(pod, Instant.Start);
        if (placement.Host is not { } host) throw new BenchFullException((ulong)_placed);
        _state.Cache.Set(Bound(pod, host.Name));
        return placement;
    }

    private static Pod Bound(Pod pod, string node) => pod with { Spec = pod.Spec with { NodeName = node } };
}
