using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>An identity is a name in a namespace: what a pet, a user or a peer addresses.</summary>
internal sealed class IdentityServesOnce(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(IdentityServesOnce);

    private readonly Dictionary<string, string> _serving = new(StringComparer.Ordinal);

    /// <summary>Names whose object was removed while their containers served: from there on a second life is the remover's doing.</summary>
    private readonly Dictionary<(string Pod, string Node), TimeSpan> _forced = [];

    /// <summary>Where objects of a pet's name lay that were removed, and when: their containers may run there for long.</summary>
    private readonly Dictionary<(string Pod, string Node), TimeSpan> _removed = [];

    /// <summary>As <see cref="_removed"/>, where the name has come to the same node again: the two run there side by side.</summary>
    private readonly Dictionary<(string Pod, string Node), TimeSpan> _removedBefore = [];

    /// <summary>Pets that run twice: they are named already.</summary>
    private readonly HashSet<string> _overlapping = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        var (pod, node) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.IdentityOverlapBegan: Overlap(pod, node.Split('|')); break;
            case ObservationKind.IdentityOverlapEnded: _overlapping.Remove(pod); break;
            case ObservationKind.PodBound: Bind(pod, node); break;
            case ObservationKind.PodServing: Serve(pod, node); break;
            case ObservationKind.PodStoppedServing: Stop(pod, node); break;
            case ObservationKind.PodRemoved: Remove(pod, node, observation.At); break;
        }
    }

    private void Bind(string pod, string node)
    {
        if (_removed.Remove((pod, node), out var at)) _removedBefore[(pod, node)] = at;
    }

    /// <summary>Its containers may run there for long, and serve on where an earlier life does.</summary>
    private void Remove(string pod, string node, TimeSpan at)
    {
        _removed[(pod, node)] = at;
        if (_serving.TryGetValue(pod, out var servingOn)) _forced[(pod, servingOn)] = _removed[(pod, servingOn)] = at;
    }

    /// <summary>A pet runs in truth, perhaps without serving: its name can only come again once its object has been removed.</summary>
    private void Overlap(string pod, string[] nodes)
    {
        _overlapping.Add(pod);
        var removed = nodes[0] == nodes[1] ? _removedBefore : _removed;
        if (removed.TryGetValue((pod, nodes[0]), out var at))
        {
            cluster.Except($"{pod} runs on {nodes[1]} while its earlier life still runs on {nodes[0]}: it was deleted by force at {at:c}");
        }
        else cluster.Break(Name, $"{pod} runs on {nodes[1]} while it runs on {nodes[0]}, and nobody removed it by force");
    }

    private void Serve(string pod, string node)
    {
        if (!_overlapping.Contains(pod) && _serving.TryGetValue(pod, out var other))
        {
            // One that was halted when its object went serves again beside a later life, which stays the one that counts.
            if (other != node && _removed.TryGetValue((pod, node), out var removedAt))
            {
                cluster.Except(
                    $"{pod} serves on {node} again while its later life serves on {other}: it was deleted by force at {removedAt:c}");
                return;
            }

            if (_forced.TryGetValue((pod, other), out var at))
            {
                cluster.Except($"{pod} serves on {node} while its earlier life still serves on {other}: it was deleted by force at {at:c}");
            }
            else cluster.Break(Name, $"{pod} serves on {node} while it serves on {other}, and nobody removed it by force");
        }

        // On one node the end of the earlier life is not told any more.
        if (_serving.GetValueOrDefault(pod) == node) _forced.Remove((pod, node));
        _serving[pod] = node;
    }

    private void Stop(string pod, string node)
    {
        _forced.Remove((pod, node));
        if (_serving.TryGetValue(pod, out var current) && current == node) _serving.Remove(pod);
    }
}
