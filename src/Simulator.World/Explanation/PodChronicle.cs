using System.Diagnostics.CodeAnalysis;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>
/// Looks on while a run goes on, and says at any moment why any pod is where it is. The scheduler's answer is not the one it gave then but
/// the one that it would give now: for a pod that is placed, as if it came anew.
/// </summary>
public sealed class PodChronicle : IObserver
{
    /// <summary>Lives of pods that are gone, kept for who asks for them.</summary>
    private const int GoneMax = 5_000;

    private readonly Dictionary<string, Chapter> _clusters = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (!_clusters.TryGetValue(observation.Cluster, out var chapter)) _clusters.Add(observation.Cluster, chapter = new Chapter());
        chapter.Observe(observation);
    }

    /// <summary>Null: there is no such pod, nor was there lately.</summary>
    public WhyPod? Answer(IRunView run, IClusterView cluster, ObjectKey key)
    {
        if (!_clusters.TryGetValue(cluster.Spec.Name, out var chapter) || !chapter.TryFind(key.ToString(), out var life)) return null;
        var stored = cluster.Store.Find<Pod>("Pod", key);
        var decision = stored is null || stored.IsFinished ? null : DecisionOn(cluster, stored);
        return new WhyPod
        {
            Cluster = cluster.Spec.Name,
            Pod = life.Name,
            At = run.Now,
            State = PodState.Of(life, stored, run.Now),
            Node = life.Node,
            Zone = cluster.Machine(life.Node)?.Zone ?? "",
            DecidedAt = decision is null ? null : run.Now,
            Decision = decision,
            RoomMadeAt = null,
            RoomMade = null,
            FailedTries = life.FailedTries,
            NextTry = life.Bound is null && life.Removed is null ? cluster.Scheduling.NextTry(key)?.SinceStart : null,
            Eviction = life.EvictedFrom is { } node ? new EvictionStory(life.Node, node.Status, node.Since, node.EvictedAt) : null,
            Replaces = "",
            ReplacedBy = "",
            Waits = [.. new PodWaits(cluster.Store, chapter.Storage, life).Of(key)],
            Events = [.. life.Events],
        };
    }

    /// <summary>Null: no scheduler is responsible.</summary>
    private static DecisionExplanation? DecisionOn(IClusterView cluster, Pod pod)
    {
        var scheduler = StartedScheduler.Of(cluster);
        if (!scheduler.Serves(pod)) return null;
        if (!pod.IsAssigned) return scheduler.Explain(pod, []);
        scheduler.Deliver(new WatchEvent(WatchEventType.Deleted, pod, pod), Instant.Start);
        return scheduler.Explain(pod with { Spec = pod.Spec with { NodeName = "" } }, []);
    }

    /// <summary>One cluster's pods.</summary>
    private sealed class Chapter
    {
        private readonly Dictionary<string, PodLifeline> _lives = new(StringComparer.Ordinal);
        private readonly Dictionary<string, HashSet<PodLifeline>> _onNode = new(StringComparer.Ordinal);
        private readonly Queue<PodLifeline> _gone = new();

        public StorageWitness Storage { get; } = new();

        public bool TryFind(string pod, [MaybeNullWhen(false)] out PodLifeline life) => _lives.TryGetValue(pod, out life);

        public void Observe(in Observation observation)
        {
            Storage.Observe(observation);
            if (observation.Kind == ObservationKind.PodCreated) _lives.TryAdd(observation.Subject, new PodLifeline(observation.Subject));
            if (_lives.TryGetValue(observation.Subject, out var life)) Tell(life, observation);
            else if (_onNode.TryGetValue(observation.Subject, out var there))
            {
                foreach (var one in there) one.Observe(observation);
            }
        }

        private void Tell(PodLifeline life, in Observation observation)
        {
            life.Observe(observation);
            if (observation.Kind == ObservationKind.PodBound)
            {
                if (!_onNode.TryGetValue(life.Node, out var there)) _onNode.Add(life.Node, there = []);
                there.Add(life);
            }
            else if (observation.Kind == ObservationKind.PodRemoved) Leave(life);
        }

        private void Leave(PodLifeline life)
        {
            if (_onNode.TryGetValue(life.Node, out var there)) there.Remove(life);
            _gone.Enqueue(life);
            if (_gone.Count <= GoneMax) return;
            var oldest = _gone.Dequeue();
            if (oldest.Removed is not null && _lives.GetValueOrDefault(oldest.Name) == oldest) _lives.Remove(oldest.Name);
        }
    }
}
