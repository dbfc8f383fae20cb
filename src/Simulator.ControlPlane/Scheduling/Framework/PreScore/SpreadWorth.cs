using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.PreScore;

/// <summary>What soft spread constraints look at: pods in each value that a fitting node has, and how much a constraint weighs.</summary>
public sealed class SpreadWorth(IReadOnlyList<SpreadConstraint> constraints) : ICycleData
{
    private readonly Dictionary<(string Key, string Value), long> _counts = [];

    public IReadOnlyList<SpreadConstraint> Constraints => constraints;

    /// <summary>Aligned with the constraints.</summary>
    public double[] Weights { get; } = new double[constraints.Count];

    /// <summary>Nodes that lack a key.</summary>
    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    public ICycleData Copy() => this;

    /// <summary>False if the value is known already.</summary>
    internal bool Know(string key, string value) => _counts.TryAdd((key, value), 0);

    /// <summary>Of a value that nobody knows nothing is counted.</summary>
    internal void Add(string key, string value, int change)
    {
        if (_counts.TryGetValue((key, value), out var count)) _counts[(key, value)] = count + change;
    }

    public long Of(string key, string value) => _counts.GetValueOrDefault((key, value));
}
