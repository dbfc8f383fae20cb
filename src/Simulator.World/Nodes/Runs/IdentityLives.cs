using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Nodes.Runs;

/// <summary>Which lives of each pet run in truth: two at once are an overlap, which 1.3 permits after a forced deletion.</summary>
internal sealed class IdentityLives(Simulation simulation, ObservationLog log)
{
    /// <summary>The oldest first.</summary>
    private readonly Dictionary<ObjectKey, List<Life>> _lives = [];
    private readonly Dictionary<ObjectKey, List<Overlap>> _overlaps = [];

    public static bool Concerns(Pod pod) => pod.Metadata.CreatedBy?.Kind == "PetSet";

    /// <summary>A container of the pet runs; more than once is no matter. One that starts again may be of the older life.</summary>
    public void Begin(Pod pod, string node)
    {
        if (!Concerns(pod)) return;
        var life = LifeOf(pod, node);
        if (!_lives.TryGetValue(pod.Key, out var lives)) _lives.Add(pod.Key, lives = []);
        if (lives.Contains(life)) return;
        var younger = lives.FindIndex(other => other.Created > life.Created);
        if (younger >= 0) BeginOverlap(pod.Key, life, lives[^1]);
        else if (lives.Count > 0) BeginOverlap(pod.Key, lives[^1], life);
        lives.Insert(younger >= 0 ? younger : lives.Count, life);
    }

    /// <summary>None of its containers runs any more.</summary>
    public void End(Pod pod, string node)
    {
        if (!Concerns(pod) || !_lives.TryGetValue(pod.Key, out var lives)) return;
        var life = LifeOf(pod, node);
        lives.Remove(life);
        if (lives.Count == 0) _lives.Remove(pod.Key);
        if (!_overlaps.TryGetValue(pod.Key, out var overlaps)) return;
        foreach (var overlap in overlaps.FindAll(overlap => overlap.Old == life || overlap.New == life)) End(pod.Key, overlap);
        overlaps.RemoveAll(overlap => overlap.Old == life || overlap.New == life);
        if (overlaps.Count == 0) _overlaps.Remove(pod.Key);
    }

    private static Life LifeOf(Pod pod, string node) => new(pod.Metadata.Uid, node, pod.Metadata.CreationTimestamp ?? default);

    private void BeginOverlap(ObjectKey pod, Life old, Life young)
    {
        var overlap = new Overlap(old, young, simulation.Now);
        if (!_overlaps.TryGetValue(pod, out var overlaps)) _overlaps.Add(pod, overlaps = []);
        overlaps.Add(overlap);
        log.Write(ObservationKind.IdentityOverlapBegan, pod.ToString(), overlap.Nodes);
    }

    private void End(ObjectKey pod, Overlap overlap) =>
        log.Write(
            ObservationKind.IdentityOverlapEnded, pod.ToString(), overlap.Nodes, (long)(simulation.Now - overlap.Since).TotalMicroseconds);

    /// <param name="Created">In whole seconds: of equal ones, who came first is older.</param>
    private readonly record struct Life(string Uid, string Node, Instant Created);

    private sealed record Overlap(Life Old, Life New, TimeSpan Since)
    {
        public string Nodes => $"{Old.Node}|{New.Node}";
    }
}
