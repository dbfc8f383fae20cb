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
    private readonly Profile _profile = Profile.Default(new PluginSettings());
    private readonly FastPlacer _fast;
    private int _placed;

    public PlacementBench(SchedulerBenchPlan plan, PlacementPods kind)
    {
        (_plan, _kind) = (plan with { Pods = kind == PlacementPods.AntiAffinity ? PodsKind.AntiAffinity : PodsKind.Plain }, kind);
        _pods = new BenchPods(_plan);
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

        for (var app = 0; app < _plan.Apps; app++) Add(BenchPods.OwnersOf(_pods.Of(app, ""), "app"));
        for (var i = 0; i < plan.Nodes * plan.PodsPerNode; i++)
        {
            var pod = Of(_pods.Of(i / SchedulerBenchPlan.AppSize, $"fill-{i:D7}"));
            _state.Cache.Set(Bound(pod, BenchNodes.NameOf(i % plan.Nodes)));
        }

        _fast = new FastPlacer(_profile, _state, _draws, new FastCluster(_state));
    }

    public SchedulerBenchResult Run()
    {
        var (checks, matching) = Check();
        return SchedulerBenchResult.Of(
            _plan, PlacementPodsOption.Written(_kind), [.. Enumerable.Range(0, _plan.Repeat).Select(_ => Pass())], checks, matching);
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

    /// <summary>So many decisions, what belongs to their pods made before; afterwards all of it is taken away.</summary>
    private Pace Pass()
    {
        Pod[] pods = [.. Enumerable.Range(0, _plan.Decisions).Select(_ => NextPod())];
        var owners = _plan.NewTemplates ? Array.ConvertAll(pods, pod => BenchPods.OwnersOf(pod, "version")) : [];
        var pace = Pace.Of(pods.Length, i =>
        {
            if (owners.Length > 0) Add(owners[i]);
            Place(pods[i]);
        });
        foreach (var pod in pods) _state.Cache.Remove(pod.Key);
        foreach (var (service, controller) in owners)
        {
            _state.Objects.Remove(service);
            _state.Objects.Remove(controller);
        }

        return pace;
    }

    private Pod NextPod()
    {
        var number = _placed++;
        return Of(_plan.NewTemplates ? _pods.New(number) : _pods.Of(number, $"next-{number:D7}"));
    }

    /// <summary>Pods of an app share their constraints.</summary>
    private Pod Of(Pod pod) => _kind != PlacementPods.HardSpread ? pod : pod with { Spec = pod.Spec with { Placement = Spread } };

    private static readonly PodPlacement Spread = new()
    {
        SpreadConstraints =
        [
            new TopologySpreadConstraint
            {
                MaxSkew = 100,
                TopologyKey = WellKnownLabels.TopologyZone,
                WhenUnsatisfiable = "DoNotSchedule",
                LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "app-0")) },
            },
            new TopologySpreadConstraint
            {
                MaxSkew = 2,
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
