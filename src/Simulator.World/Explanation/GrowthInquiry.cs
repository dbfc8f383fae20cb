using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.World.Cloud.Groups;
using Simulator.World.Observations;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>Looks on while a scenario is run again, and tells why the autoscaler of one cluster has made so many nodes.</summary>
public sealed class GrowthInquiry : IObserver
{
    private readonly ClusterSpec _cluster;
    private readonly GroupTable _groups;
    private readonly Dictionary<string, GroupState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MachineState> _machines = new(StringComparer.Ordinal);
    private readonly List<LifeEvent> _events = [];
    private RoundReport? _round;
    private RoundReport? _before;

    public GrowthInquiry(ClusterSpec cluster)
    {
        (_cluster, _groups) = (cluster, new GroupTable(cluster));
        foreach (var group in _groups.Groups) _states.Add(group.Id, new GroupState(group.Limits.MinSize, group.Limits.MaxSize));
        foreach (var placed in NodeFactory.NodesOf(cluster))
        {
            if (_groups.GroupFor(placed.Pool, placed.Zone) is { } group) Join(placed.Node.Name, group.Id).IsNode = true;
        }
    }

    public void Follow(IRunView run) => run.Clusters.First(view => view.Spec.Name == _cluster.Name).FollowRounds(round =>
    {
        _before = _round;
        _round = round;
    });

    public void Observe(in Observation observation)
    {
        if (observation.Cluster != _cluster.Name) return;
        var (at, name, other) = (observation.At, observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.GroupGrown: Tell(at, $"{name} grows from {observation.Extra} to {observation.Value}"); break;
            case ObservationKind.GroupShrunk:
                Tell(
                at, $"{name} is deleted: unneeded for {Clock.Of(TimeSpan.FromMicroseconds(observation.Value))}"); break;
            case ObservationKind.AutoscalerRests: Tell(at, other.Length > 0 ? $"rounds are dropped: {other}" : "rounds go on"); break;
            case ObservationKind.ComponentStopped when IsAutoscaler(name): Tell(at, $"{name} stops: {other}"); break;
            case ObservationKind.ComponentStarted when IsAutoscaler(name): Tell(at, $"{name} starts, and remembers nothing"); break;
            case ObservationKind.MachineRequested: Join(name, other); break;
            case ObservationKind.MachineGiven: Of(name).Waits = ""; break;
            case ObservationKind.MachineWaits: Of(name).Waits = other; break;
            case ObservationKind.NodeAdded when _machines.TryGetValue(name, out var machine): machine.IsNode = true; break;
            case ObservationKind.NodeReadyChanged when _machines.TryGetValue(name, out var machine):
                machine.IsReady =
                other == "True"; break;
            case ObservationKind.MachineDeleted when _machines.Remove(name): Tell(at, $"{name} is gone: {other}"); break;
        }
    }

    /// <param name="now">To where the run has come.</param>
    public WhyNodes Answer(TimeSpan now) => new(
        _cluster.Name, now, [.. _states.Select(state => StateOf(state.Key, state.Value))], _round is null ? null : RoundFacts.Of(_round),
        _round is { EndedAt: null } && _before is not null ? RoundFacts.Of(_before) : null, _events);

    private static bool IsAutoscaler(string component) => component.StartsWith("cluster-autoscaler-", StringComparison.Ordinal);

    private void Tell(TimeSpan at, string text) => _events.Add(new LifeEvent(at, text));

    private MachineState Join(string name, string group) => _machines[name] = new MachineState(group);

    private MachineState Of(string name) => _machines[name];

    private GroupFacts StateOf(string id, GroupState state)
    {
        var machines = _machines.Values.Where(machine => machine.Group == id).ToList();
        return new GroupFacts(
            id, state.Min, state.Max, machines.Count, machines.Count(machine => machine is { IsNode: true, IsReady: true }),
            machines.Count(machine => machine is { IsNode: true, IsReady: false }), machines.Count(machine => !machine.IsNode),
            machines.Find(machine => machine.Waits.Length > 0)?.Waits ?? "");
    }

    private sealed record GroupState(int Min, int Max);

    private sealed class MachineState(string group)
    {
        public string Group => group;

        public string Waits { get; set; } = "";

        public bool IsNode { get; set; }

        public bool IsReady { get; set; } = true;
    }
}

/// <summary>Everything there is to say about the nodes of a cluster at one moment.</summary>
/// <param name="Round">The last round that has begun; null before the first.</param>
/// <param name="Before">The round before it, if that one is under way.</param>
public sealed record WhyNodes(
    string Cluster, TimeSpan At, IReadOnlyList<GroupFacts> Groups, RoundFacts? Round, RoundFacts? Before, IReadOnlyList<LifeEvent> Events);

/// <param name="Machines">That the cloud is to have.</param>
/// <param name="Ready">Of them nodes that are Ready.</param>
/// <param name="NotReady">Of them nodes that are not.</param>
/// <param name="Coming">Of them machines without a node yet.</param>
/// <param name="Waits">Why one of these is not even given; "" if none waits.</param>
public sealed record GroupFacts(string Group, int Min, int Max, int Machines, int Ready, int NotReady, int Coming, string Waits);
