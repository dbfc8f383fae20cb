using Simulator.ControlPlane.Scheduling.Framework.PreScore;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>What one soft spread constraint adds to the crowd of a node.</summary>
internal readonly struct SpreadTerm
{
    private readonly int[] _counts;

    private readonly int[]? _values;

    private readonly double _weight;

    private readonly int _skew;

    private SpreadTerm(int[] counts, int[]? values, int size, int maxSkew)
    {
        (_counts, _values, _skew) = (counts, values, maxSkew - 1);
        _weight = NaturalLogarithm.Of(size + 2);
    }

    /// <summary>By the pods of the node itself.</summary>
    public static SpreadTerm OfNodes(int[] counts, int nodes, int maxSkew) => new(counts, null, nodes, maxSkew);

    /// <summary>By the pods in the node's value.</summary>
    public static SpreadTerm OfValues(FastConstraint constraint, int[] sums, int values) =>
        new(sums, constraint.Topology.ValueOf, values, constraint.Source.MaxSkew);

    public double Of(int node) => (_counts[_values is null ? node : _values[node]] * _weight) + _skew;

    /// <summary>The sums of two terms, node by node: neither is asked of each node what it goes by.</summary>
    public static void Sum(in SpreadTerm first, in SpreadTerm second, ReadOnlySpan<int> nodes, Span<long> into)
    {
        if (first._values is null && second._values is { } values)
        {
            var (counts, sums, weight, other) = (first._counts, second._counts, first._weight, second._weight);
            var (skew, otherSkew) = (first._skew, second._skew);
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = (long)(((counts[nodes[i]] * weight) + skew) + ((sums[values[nodes[i]]] * other) + otherSkew));
            }

            return;
        }

        for (var i = 0; i < into.Length; i++) into[i] = (long)(first.Of(nodes[i]) + second.Of(nodes[i]));
    }
}
