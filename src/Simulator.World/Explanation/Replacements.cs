using Simulator.World.Observations;

namespace Simulator.World.Explanation;

/// <summary>
/// Which pod came for which: controllers name no predecessor, so the k-th creation of a workload stands for its k-th loss; a name that is
/// used again stands for itself.
/// </summary>
/// <remarks>Losses are deletion marks, removals without one, and pods that failed. Scaling breaks the pairing and starts it anew.</remarks>
public sealed class Replacements
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedList<(string Pod, TimeSpan At)>> _lost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Pod, TimeSpan At)> _predecessors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Pod, TimeSpan At)> _successors = new(StringComparer.Ordinal);

    /// <summary>What a pod came for and when that was lost; null if for nothing.</summary>
    public (string Pod, TimeSpan At)? PredecessorOf(string pod) => _predecessors.TryGetValue(pod, out var found) ? found : null;

    public (string Pod, TimeSpan At)? SuccessorOf(string pod) => _successors.TryGetValue(pod, out var found) ? found : null;

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.WorkloadScaled: _lost.Remove(observation.Subject); break;
            case ObservationKind.PodCreated when observation.Other.Length > 0:
                Create(
                observation.Subject, observation.Other, observation.At); break;
            case ObservationKind.PodDeletionMarked or ObservationKind.PodFinished or ObservationKind.PodRemoved:
                Lose(
                observation.Subject, observation.At); break;
        }
    }

    private void Create(string pod, string owner, TimeSpan at)
    {
        _owners[pod] = owner;
        var isAgain = !_names.Add(pod);
        if (!_lost.TryGetValue(owner, out var lost) || ((isAgain ? NodeOf(lost, pod) : null) ?? lost.First) is not { } node) return;
        var victim = node.Value;
        lost.Remove(node);
        _predecessors[pod] = victim;
        _successors[victim.Pod] = (pod, at);
    }

    private static LinkedListNode<(string Pod, TimeSpan At)>? NodeOf(LinkedList<(string Pod, TimeSpan At)> lost, string pod)
    {
        var node = lost.First;
        while (node is not null && node.Value.Pod != pod) node = node.Next;
        return node;
    }

    private void Lose(string pod, TimeSpan at)
    {
        if (!_owners.Remove(pod, out var owner)) return;
        if (!_lost.TryGetValue(owner, out var lost)) _lost.Add(owner, lost = []);
        lost.AddLast((pod, at));
    }
}
