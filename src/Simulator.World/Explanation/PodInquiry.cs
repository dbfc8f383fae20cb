using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>Looks on while a scenario is run again, and says why a pod is where it is. Being watched does not change the run.</summary>
/// <example>
/// var inquiry = new PodInquiry(query); var run = new ScenarioRun(scenario, inquiry); inquiry.Follow(run);
/// run.Start(); run.Advance(at); inquiry.Answers();
/// </example>
public sealed class PodInquiry(PodQuery query) : IObserver
{
    private readonly Dictionary<string, Watched> _clusters = new(StringComparer.Ordinal);

    /// <summary>Some pod of the name exists, or did.</summary>
    public bool IsFound => _clusters.Values.Any(watched => watched.Lives.Count > 0);

    /// <summary>namespace/name of every pod so far.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Also sees the decisions of the run's schedulers. To be called before the run starts.</summary>
    public void Follow(IRunView run)
    {
        foreach (var cluster in run.Clusters)
        {
            if (query.Cluster is not null && query.Cluster != cluster.Spec.Name) continue;
            var witness = new PodWitness(query, run, SpareNodes.Of(cluster.Spec));
            cluster.Scheduling.ShowTo(witness);
            _clusters.Add(cluster.Spec.Name, new Watched(run, cluster, witness));
        }
    }

    public void Observe(in Observation observation)
    {
        if (!_clusters.TryGetValue(observation.Cluster, out var watched)) return;
        if (observation.Kind == ObservationKind.PodCreated) Meet(watched, observation.Subject);
        foreach (var (_, life) in watched.Lives) life.Observe(observation);
        watched.Replacements.Observe(observation);
        watched.Storage.Observe(observation);
        watched.Taints.Observe(observation);
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
        var (cluster, last, now) = (watched.Cluster, watched.Witness.LastOf(key), watched.Run.Now);
        var room = watched.Witness.RoomOf(key) is { } made && made.At != last?.At ? made : ((TimeSpan At, PreemptionFacts Facts)?)null;
        return new WhyPod
        {
            Cluster = cluster.Spec.Name,
            Pod = life.Name,
            At = now,
            State = PodState.Of(life, cluster.Store.Find<Pod>("Pod", key), now),
            Node = life.Node,
            Zone = cluster.Machine(life.Node)?.Zone ?? "",
            DecidedAt = last?.At,
            Decision = last?.Decision,
            RoomMadeAt = room?.At,
            RoomMade = room?.Facts,
            FailedTries = life.FailedTries,
            NextTry = life.Bound is null && life.Removed is null ? cluster.Scheduling.NextTry(key)?.SinceStart : null,
            Eviction = Eviction(watched, life),
            Replaces = watched.Replacements.PredecessorOf(life.Name) is { } before ? $"{before.Pod}, lost at {Clock.Of(before.At)}" : "",
            ReplacedBy = watched.Replacements.SuccessorOf(life.Name) is { } after && !(after.Pod == life.Name && after.At <= life.Created)
                ? $"{after.Pod}, created at {Clock.Of(after.At)}"
                : "",
            Waits =
            [
                .. new PodWaits(cluster.Store, watched.Storage, life).Of(key), .. EvictionWaits(watched, key, life),
                .. Refusal(cluster, life),
            ],
            Events = life.Events,
        };
    }

    /// <summary>A pod on a lost node is replaced once it is evicted; daemons stay.</summary>
    private static IEnumerable<string> EvictionWaits(Watched watched, ObjectKey key, PodLifeline life) =>
        life is { Bound: not null, Marked: null, Removed: null } && watched.Taints.WaitOf(life.Node) is { } wait
            && watched.Cluster.Store.Find<Pod>("Pod", key)?.Metadata.CreatedBy?.Kind != "DaemonSet"
            ? [$"its eviction from {life.Node}, and that for {wait}"]
            : [];

    /// <summary>Somebody drains its node, and is not allowed to take it away.</summary>
    private static IEnumerable<string> Refusal(IClusterView cluster, PodLifeline life) =>
        life.Removed is null && cluster.RefusedEvictions.FirstOrDefault(refused => refused.Pod == life.Name) is { } refused
            ? [$"the drain of {refused.Node} to be allowed to evict it, {Tries(refused)} since {Clock.Of(refused.Since)}: {refused.Why}"]
            : [];

    private static string Tries(RefusedEviction refused) =>
        refused.Tries == 1 ? "refused once" : string.Create(CultureInfo.InvariantCulture, $"refused {refused.Tries:N0} times");

    /// <summary>The node controller deletes a node's pods one by one, after its note; a mark without one has another reason.</summary>
    private static EvictionStory? Eviction(Watched watched, PodLifeline life)
    {
        if (life.EvictedFrom is not { } node) return null;
        var (rules, manager) = (watched.Cluster.Spec.Version.Evictions, watched.Cluster.Spec.ControllerManager);
        if (rules.IsByToleration) return new EvictionStory(life.Node, node.Status, node.Since, life.Marked ?? node.EvictedAt);
        var flags = manager.Nodes;

        // A silent node's timeout counts from its last sign of life, which is the grace period before it was marked.
        var silent = node.Status == nameof(ConditionStatus.Unknown) ? flags.NodeMonitorGracePeriod : TimeSpan.Zero;
        var due = node.Since - silent + flags.PodEvictionTimeout;
        var between = watched.Evictions.Count(entry => entry.At >= due && entry.At < node.EvictedAt && entry.Node != life.Node);
        return new EvictionStory(life.Node, node.Status, node.Since, node.EvictedAt)
        {
            Turn = new EvictionTurn(due, between, rules.RateOf(manager)),
        };
    }

    private sealed record Watched(IRunView Run, IClusterView Cluster, PodWitness Witness)
    {
        public List<(ObjectKey Key, PodLifeline Life)> Lives { get; } = [];

        public Replacements Replacements { get; } = new();

        public StorageWitness Storage { get; } = new();

        public TaintQueues Taints { get; } = new();

        public List<(string Node, TimeSpan At)> Evictions { get; } = [];
    }
}
