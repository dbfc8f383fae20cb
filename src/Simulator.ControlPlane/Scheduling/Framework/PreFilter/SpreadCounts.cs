using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>How many matching pods lie in each value of each key; constraints of one key share their counts.</summary>
public sealed class SpreadCounts(IReadOnlyList<SpreadConstraint> constraints) : ICycleData
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<SpreadConstraint> Constraints => constraints;

    /// <summary>A value that a node has on which the pod may run counts from now on.</summary>
    public void Know(string key, string value)
    {
        if (!_counts.TryGetValue(key, out var values)) _counts.Add(key, values = new(StringComparer.Ordinal));
        values.TryAdd(value, 0);
    }

    /// <summary>Of a value that nobody knows nothing is counted.</summary>
    public void Add(string key, string value, int change)
    {
        if (_counts.TryGetValue(key, out var values) && values.TryGetValue(value, out var count)) values[value] = count + change;
    }

    public int Of(string key, string value) => _counts.TryGetValue(key, out var values) ? values.GetValueOrDefault(value) : 0;

    /// <summary>Of the emptiest value.</summary>
    public int Least(string key)
    {
        var least = int.MaxValue;
        foreach (var count in _counts.TryGetValue(key, out var values) ? values.Values : Enumerable.Empty<int>())
        {
            least = Math.Min(least, count);
        }
        return least;
    }

    public ICycleData Copy()
    {
        var copy = new SpreadCounts(constraints);
        foreach (var (key, values) in _counts) copy._counts.Add(key, new Dictionary<string, int>(values, StringComparer.Ordinal));
        return copy;
    }
}
