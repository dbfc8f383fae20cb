namespace Simulator.World;

/// <summary>An identity is a name in a namespace: what a pet, a user or a peer addresses.</summary>
internal sealed class IdentityServesOnce(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(IdentityServesOnce);

    private readonly Dictionary<string, string> _serving = new(StringComparer.Ordinal);

    /// <summary>Names whose object was removed while their containers served: from there on a second life is the remover's doing.</summary>
    private readonly Dictionary<(string Pod, string Node), TimeSpan> _forced = [];

    public void Observe(in Observation observation)
    {
        var (pod, node) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.PodServing: Serve(pod, node); break;
            case ObservationKind.PodStoppedServing: Stop(pod, node); break;
            case ObservationKind.PodRemoved when _serving.TryGetValue(pod, out var servingOn): _forced[(pod, servingOn)] = observation.At; break;
        }
    }

    private void Serve(string pod, string node)
    {
        if (_serving.TryGetValue(pod, out var other))
        {
            if (_forced.TryGetValue((pod, other), out var at)) cluster.Except($"{pod} serves on {node} while its earlier life still serves on {other}: it was deleted by force at {at:c}");
            else cluster.Break(Name, $"{pod} serves on {node} while it serves on {other}, and nobody removed it by force");
        }

        _serving[pod] = node;
    }

    private void Stop(string pod, string node)
    {
        _forced.Remove((pod, node));
        if (_serving.TryGetValue(pod, out var current) && current == node) _serving.Remove(pod);
    }
}
