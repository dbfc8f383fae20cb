using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.PreScore;

/// <summary>What each value of each key is worth by the preferences of the pods around.</summary>
public sealed class AttractionTable : ICycleData
{
    private readonly Dictionary<string, Dictionary<string, long>> _worth = new(StringComparer.Ordinal);

    public long Of(NodeState node)
    {
        var worth = 0L;
        foreach (var (key, values) in _worth)
        {
            if (node.Labels.TryGetValue(key, out var value)) worth += values.GetValueOrDefault(value);
        }

        return worth;
    }

    public ICycleData Copy() => this;

    /// <summary>The product has 32 bits, the sum 64.</summary>
    internal void Add(AffinityTerm term, int weight, Pod target, NodeState node)
    {
        if (!node.Labels.TryGetValue(term.TopologyKey, out var value) || !term.Matches(target)) return;
        if (!_worth.TryGetValue(term.TopologyKey, out var values)) _worth.Add(term.TopologyKey, values = new(StringComparer.Ordinal));
        values[value] = values.GetValueOrDefault(value) + weight;
    }
}
