using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>Also after the object is gone: a node that is cut off may start what it was told before.</summary>
internal sealed class PodServesWhereItIsBound(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PodServesWhereItIsBound);

    private readonly Dictionary<string, string> _nodes = new(StringComparer.Ordinal);

    /// <summary>Where names were that have been used again on another node.</summary>
    private readonly HashSet<(string Pod, string Node)> _earlier = [];

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.PodBound) Bind(observation.Subject, observation.Other);
        else if (observation.Kind == ObservationKind.PodServing) Serve(observation.Subject, observation.Other);
    }

    private void Bind(string pod, string node)
    {
        if (_nodes.TryGetValue(pod, out var before) && before != node) _earlier.Add((pod, before));
        _nodes[pod] = node;
    }

    private void Serve(string pod, string node)
    {
        var bound = _nodes.GetValueOrDefault(pod, "no node");
        if (bound != node && !_earlier.Contains((pod, node))) cluster.Break(Name, $"pod {pod} serves on {node} but was bound to {bound}");
    }
}
