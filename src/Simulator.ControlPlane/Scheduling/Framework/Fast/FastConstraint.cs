using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>A spread constraint with the counts that it looks at.</summary>
internal sealed class FastConstraint
{
    private bool[] _known = [];

    private DomainSums? _sums;

    public FastConstraint(SpreadConstraint source, Pass pass, FastCluster cluster)
    {
        Source = source;
        Topology = cluster.TopologyOf(source.Key);
        Group = cluster.GroupOf(source, pass.Pod.Namespace);
        Itself = source.Matches(pass.Pod.Metadata.Labels) ? 1 : 0;
        IsHostname = PreScore.PodTopologySpread.IsHostname(source);
    }

    public SpreadConstraint Source { get; }

    public Topology Topology { get; }

    public PodGroup Group { get; }

    /// <summary>Counted from the first time on that somebody asks.</summary>
    public DomainSums Sums => _sums ??= Group.By(Topology);

    /// <summary>1 if the pod counts itself.</summary>
    public int Itself { get; }

    public bool IsHostname { get; }

    /// <summary>Of the emptiest known value, as of this pass.</summary>
    public int Least { get; private set; }

    /// <summary>Constraints of one key share their counts, and nodes without a key may count as "": the plain rule does that.</summary>
    public static bool AreApart(FastConstraint[] constraints) =>
        constraints.Select(constraint => constraint.Source.Key).Distinct(StringComparer.Ordinal).Count() == constraints.Length
        && Array.TrueForAll(constraints, constraint => !constraint.Topology.HasEmptyValue);

    public void Know(int node)
    {
        if (_known.Length == 0) _known = new bool[Topology.Count];
        _known[Topology.ValueOf[node]] = true;
    }

    public void Begin()
    {
        var (least, sums) = (int.MaxValue, Sums.Sums);
        for (var value = 0; value < _known.Length; value++)
        {
            if (_known[value] && sums[value] < least) least = sums[value];
        }

        Least = least;
    }

    /// <summary>The node has the label, and the pod would make its value exceed the emptiest one by too much.</summary>
    public bool IsTooFull(int node)
    {
        var value = Topology.ValueOf[node];
        var count = value < _known.Length && _known[value] ? Sums.Sums[value] : 0;
        return count + Itself - Least > Source.MaxSkew;
    }
}
