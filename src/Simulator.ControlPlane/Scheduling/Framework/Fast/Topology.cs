using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>The values of a node label as numbers, node by node.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Topology(string key, IReadOnlyList<NodeState> nodes)
    {
        Key = key;
        ValueOf = new int[nodes.Count];
        for (var i = 0; i < ValueOf.Length; i++)
        {
            var isThere = nodes[i].Labels.TryGetValue(key, out var value);
            ValueOf[i] = isThere ? NumberOf(value!) : -1;
            IsComplete &= isThere;
        }
    }

    public string Key { get; }

    /// <summary>By place in the snapshot; -1 for a node without the label.</summary>
    public int[] ValueOf { get; }

    /// <summary>How many values there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>Every node has the label.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>A node has it with the value "", as which nodes without it count here and there.</summary>
    public bool HasEmptyValue => _numbers.ContainsKey("");

    private int NumberOf(string value)
    {
        if (!_numbers.TryGetValue(value, out var number)) _numbers.Add(value, number = _numbers.Count);
        return number;
    }
}
