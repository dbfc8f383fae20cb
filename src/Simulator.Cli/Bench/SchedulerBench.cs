using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.Cli.Bench;

/// <summary>
/// Times scheduling decisions, assumption included. A first pass is not timed; the plain implementation repeats a sample of its decisions.
/// </summary>
public sealed class SchedulerBench
{
    private readonly SchedulerBenchPlan _plan;
    private readonly BenchPods _pods;
    private readonly ClusterState _state = new();
    private readonly PlainDecider _plain;
    private readonly FastDecider _fast;
    private ulong _selections;
    private int _placed;

    public SchedulerBench(SchedulerBenchPlan plan)
    {
        (_plan, _pods) = (plan, new BenchPods(plan));
        var algorithm = AlgorithmFor(plan.Pods);
        (_plain, _fast) = (new PlainDecider(algorithm, _state), new FastDecider(algorithm, _state));
        foreach (var node in BenchNodes.Make(plan.Nodes, plan.PodsPerNode + (plan.Decisions / plan.Nodes) + 10)) _state.Cache.SetNode(node);
        for (var app = 0; app < plan.Apps; app++) AddOwners(_pods.Of(app, ""), "app");
        for (var i = 0; i < plan.Nodes * plan.PodsPerNode; i++) Fill(i);
    }

    public SchedulerBenchResult Run()
    {
        var (checks, matching) = (0, 0);
        var every = Math.Max(1, _plan.Decisions / _plan.SampleSize);
        Pass((done, pod) =>
        {
            var expected = done % every == 0 ? _plain.Decide(pod, _selections) : default;
            var decision = Place(pod);
            if (done % every != 0) return;
            checks++;
            if (decision == expected) matching++;
        });
        return SchedulerBenchResult.Of(
            _plan, PodsOption.Written(_plan.Pods), [.. Enumerable.Range(0, _plan.Repeat).Select(_ => Pass((_, pod) => Place(pod)))],
            checks, matching);
    }

    /// <summary>What one decision looks at and allocates, in the mean of a pass; a pass before it has made what is made once.</summary>
    public SchedulerWork CountWork()
    {
        Pass((_, pod) => Place(pod));

        // Known templates are those of the pass before.
        if (!_plan.NewTemplates) _placed = 0;
        var before = WorkSoFar();
        var bytes = Pass((_, pod) => Place(pod)).BytesEach;
        return (WorkSoFar() - before).Each(_plan.Decisions) with { Bytes = bytes };
    }

    /// <summary>
    /// One decision, its assumption confirmed, and the pod gone again: the cluster is as before but for the round-robin counter.
    /// </summary>
    public void PlaceAndRemove()
    {
        var pod = _pods.Of(0, "transient");
        Place(pod);
        TakeAway(pod);
    }

    private static SchedulingAlgorithm AlgorithmFor(PodsKind kind)
    {
        if (kind != PodsKind.AntiAffinity) return SchedulingAlgorithm.Default(new SchedulerSettings());
        var policy = new SchedulerPolicy
        {
            Predicates = [.. PredicateTable.DefaultNames.Append("MatchInterPodAffinity").Select(name => new PredicatePolicy(name))],
            Priorities = [.. PriorityTable.DefaultNames.Append("InterPodAffinityPriority").Select(name => new PriorityPolicy(name, 1))],
        };
        return SchedulingAlgorithm.From(policy, new SchedulerSettings(), out _)!;
    }

    private SchedulerWork WorkSoFar()
    {
        var work = _fast.Work!;
        var walked = _state.Cache.AllNodes.Sum(node => node.PodsOffered);
        return new SchedulerWork(work.NodesJudged, work.NodesMarked, work.ClassesAsked, walked, work.Plain, Bytes: 0);
    }

    /// <summary>So many decisions, what belongs to their pods made before; afterwards all of it is taken away.</summary>
    private Pace Pass(Action<int, Pod> place)
    {
        Pod[] pods = [.. Enumerable.Range(0, _plan.Decisions).Select(_ => NextPod())];
        var owners = _plan.NewTemplates ? Array.ConvertAll(pods, pod => BenchPods.OwnersOf(pod, "version")) : [];
        var pace = Pace.Of(pods.Length, i =>
        {
            if (owners.Length > 0) Add(owners[i]);
            place(i, pods[i]);
        });
        foreach (var pod in pods) TakeAway(pod);
        foreach (var (service, controller) in owners)
        {
            _state.RemoveService(service.Key);
            _state.RemoveReplicationController(controller.Key);
        }

        return pace;
    }

    private Pod NextPod()
    {
        var number = _placed++;
        var pod = _plan.NewTemplates ? _pods.New(number) : _pods.Of(number, $"next-{number:D7}");
        if (_plan.Pods == PodsKind.Claim) AddStorage(pod, number);
        return pod;
    }

    private void Fill(int i)
    {
        var pod = _pods.Of(i / SchedulerBenchPlan.AppSize, $"fill-{i:D7}");
        if (_plan.Pods == PodsKind.Claim) AddStorage(pod, i % _plan.Nodes);
        _state.Cache.AddPod(Bound(pod, BenchNodes.NameOf(i % _plan.Nodes)));
    }

    private void AddOwners(Pod pod, string label) => Add(BenchPods.OwnersOf(pod, label));

    private void Add((Service Service, ReplicationController Controller) owners)
    {
        _state.Set(owners.Service);
        _state.Set(owners.Controller);
    }

    private void AddStorage(Pod pod, int zone)
    {
        var (claim, volume) = BenchPods.StorageOf(pod, zone);
        _state.Set(volume);
        _state.Set(claim);
    }

    private Decision Place(Pod pod)
    {
        var decision = _fast.Decide(pod, _selections++);
        if (decision.Host is not { } host) throw new BenchFullException(_selections - 1);
        _state.Cache.Assume(Bound(pod, host.Name), Instant.Start);
        return decision;
    }

    private void TakeAway(Pod pod)
    {
        _state.Cache.AddPod(pod);
        _state.Cache.RemovePod(pod.Key);
        if (_plan.Pods != PodsKind.Claim) return;
        _state.RemoveClaim(pod.Key);
        _state.RemoveVolume($"disk-of-{pod.Name}");
    }

    private static Pod Bound(Pod pod, string node) => pod with { Spec = pod.Spec with { NodeName = node } };
}
