using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.World.Explanation;

/// <summary>Runs a scenario again up to a moment and says why a pod is where it is. Being watched does not change the run.</summary>
/// <example>var inquiry = new PodInquiry(scenario, query); inquiry.Run.Start(); inquiry.Run.Advance(at); inquiry.Answers();</example>
public sealed class PodInquiry : IObserver
{
    private readonly PodQuery _query;
    private readonly Dictionary<string, Watched> _clusters = new(StringComparer.Ordinal);

    public PodInquiry(Scenario scenario, PodQuery query)
    {
        _query = query;
        Run = new ScenarioRun(scenario, this);
        foreach (var cluster in Run.Clusters)
        {
            if (query.Cluster is not null && query.Cluster != cluster.Spec.Name) continue;
            var witness = new PodWitness(query, Run, SpareNodes.Of(cluster.Spec));
            cluster.ControlPlane.Witness = witness;
            _clusters.Add(cluster.Spec.Name, new Watched(cluster, witness));
        }
    }

    public ScenarioRun Run { get; }

    /// <summary>Some pod of the name exists, or did.</summary>
    public bool IsFound => _clusters.Values.Any(watched => watched.Lives.Count > 0);

    /// <summary>namespace/name of every pod so far.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (!_clusters.TryGetValue(observation.Cluster, out var watched)) return;
        if (observation.Kind == ObservationKind.PodCreated) Meet(watched, observation.Subject);
        foreach (var (_, life) in watched.Lives) life.Observe(observation);
        watched.Replacements.Observe(observation);
        watched.Storage.Observe(observation);
        if (observation.Kind == ObservationKind.NodeEvicted) watched.Evictions.Add((observation.Subject, observation.At));
    }

    /// <summary>What can be said at the moment to which the run has come: one answer for each pod of the name.</summary>
    public IReadOnlyList<WhyPod> Answers() =>
        [.. _clusters.Values.SelectMany(watched => watched.Lives.Select(entry => Answer(watched, entry.Key, entry.Life)))];

    private void Meet(Watched watched, string name)
    {
        Names.Add(name);
        if (watched.Lives.Exists(entry => entry.Life.Name == name)) return;
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var key = new ObjectKey(name[..slash], name[(slash + 1)..]);
        if (watched.Witness.Watches(key)) watched.Lives.Add((key, new PodLifeline(name)));
    }

    private WhyPod Answer(Watched watched, ObjectKey key, PodLifeline life)
    {
        var (cluster, last) = (watched.Cluster, watched.Witness.LastOf(key));
        return new WhyPod
        {
            Cluster = cluster.Spec.Name,
            Pod = life.Name,
            At = Run.Now,
            State = PodState.Of(life, cluster.Store.Find<Pod>("Pod", key), Run.Now),
            Node = life.Node,
            Zone = cluster.Topology.Find(life.Node)?.Zone ?? "",
            DecidedAt = last?.At,
            Decision = last?.Decision,
            FailedTries = life.FailedTries,
            NextTry = life.Bound is null && life.Removed is null ? cluster.Scheduler.NextTry(key)?.SinceStart : null,
            Eviction = Eviction(watched, life),
            Replaces = watched.Replacements.PredecessorOf(life.Name) is { } before ? $"{before.Pod}, lost at {Clock.Of(before.At)}" : "",
            ReplacedBy = watched.Replacements.SuccessorOf(life.Name) is { } after && !(after.Pod == life.Name && after.At <= life.Created) ? $"{after.Pod}, created at {Clock.Of(after.At)}" : "",
            Waits = [.. new PodWaits(cluster.Store, watched.Storage, life).Of(key)],
            Events = life.Events,
        };
    }

    /// <summary>The node controller deletes a node's pods one by one, after its note; a mark without one has another reason.</summary>
    private static EvictionStory? Eviction(Watched watched, PodLifeline life)
    {
        if (life.EvictedFrom is not { } node) return null;
        var flags = watched.Cluster.Spec.ControllerManager.Nodes;

        // A silent node's timeout counts from its last sign of life, which is the grace period before it was marked.
        var silent = node.Status == nameof(ConditionStatus.Unknown) ? flags.NodeMonitorGracePeriod : TimeSpan.Zero;
        var due = node.Since - silent + flags.PodEvictionTimeout;
        var between = watched.Evictions.Count(entry => entry.At >= due && entry.At < node.EvictedAt && entry.Node != life.Node);
        return new EvictionStory(life.Node, node.Status, node.Since, due, node.EvictedAt, between, flags.DeletingPodsQps);
    }

    private sealed record Watched(SimulatedCluster Cluster, PodWitness Witness)
    {
        public List<(ObjectKey Key, PodLifeline Life)> Lives { get; } = [];

        public Replacements Replacements { get; } = new();

        public StorageWitness Storage { get; } = new();

        public List<(string Node, TimeSpan At)> Evictions { get; } = [];
    }
}
