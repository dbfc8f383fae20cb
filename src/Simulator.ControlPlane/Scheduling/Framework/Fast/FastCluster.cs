using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>
/// What fast placers keep of a cluster between passes: who counts where, by label, by term and by the values of node labels.
/// </summary>
/// <remarks>One for all placers of a state; it follows the cache.</remarks>
public sealed class FastCluster : ICacheListener
{
    private readonly SchedulerState _state;

    private readonly LabelClasses _labels = new();

    private readonly TermClasses _terms = new();

    private readonly Dictionary<string, Topology> _topologies = new(StringComparer.Ordinal);

    private readonly Dictionary<int, int> _priorities = [];

    private int _epoch;

    public FastCluster(SchedulerState state)
    {
        _state = state;
        foreach (var node in state.Cache.All)
        {
            AnyKeepsOwnersAway |= node.Avoided.Count > 0;
            foreach (var pod in node.Pods) PodChanged(pod, node, 1);
        }

        Listed(state.Cache.Snapshot());
        state.Cache.Listener = this;
    }

    public IReadOnlyList<NodeState> Nodes { get; private set; } = [];

    /// <summary>By place in the snapshot: grows with every change of the node or its pods.</summary>
    public long[] Versions { get; private set; } = [];

    /// <summary>Grows when nodes or their labels are others: places, topologies and groups of before are void.</summary>
    public (int Nodes, int Groups) Epoch => (_epoch, _labels.Epoch);

    public TermClasses Terms => _terms;

    /// <summary>A node has been seen that keeps pods of certain owners away.</summary>
    public bool AnyKeepsOwnersAway { get; private set; }

    /// <summary>Brings the order of nodes up to date.</summary>
    public void Refresh() => _state.Cache.Snapshot();

    /// <summary>A pod of lower priority runs somewhere.</summary>
    public bool HasLowerThan(int priority)
    {
        foreach (var (known, pods) in _priorities)
        {
            if (known < priority && pods > 0) return true;
        }

        return false;
    }

    public Topology TopologyOf(string key)
    {
        if (!_topologies.TryGetValue(key, out var topology)) _topologies.Add(key, topology = new Topology(key, Nodes));
        return topology;
    }

    /// <summary>Pods that a spread constraint counts.</summary>
    public PodGroup GroupOf(SpreadConstraint constraint, string inNamespace)
    {
        var text = new ShapeText().Add(-1).Add(inNamespace);
        constraint.Describe(text);
        return _labels.Group(text.ToString(), [inNamespace], constraint.Pairs, constraint.Matches, countsLeaving: false);
    }

    /// <summary>Pods that all the terms match at once; their namespaces are those of the first.</summary>
    public PodGroup GroupOf(IReadOnlyList<AffinityTerm> terms)
    {
        var first = terms[0];
        var pairs = first.Source?.MatchLabels ?? LabelSet.Empty;
        bool Select(LabelSet labels) => terms.All(term => term.Selector?.Matches(labels) == true);
        var namespaces = first.Namespaces.Where(name => terms.All(term => term.Namespaces.Contains(name))).ToList();
        return _labels.Group(TermText.OfAll(terms), namespaces, pairs, Select, countsLeaving: true);
    }

    public void PodChanged(NodePod pod, NodeState node, int change)
    {
        _labels.PodChanged(pod.Pod, node, change);
        _terms.PodChanged(pod, node.Index, change);
        _priorities[pod.Priority] = _priorities.GetValueOrDefault(pod.Priority) + change;
        if (node.Index >= 0 && node.Index < Versions.Length) Versions[node.Index]++;
    }

    public void NodeChanged(NodeState node, LabelChange labels)
    {
        // One that is new or gone is another list of nodes, which will be told.
        var keepsAway = node.Avoided.Count > 0 && !AnyKeepsOwnersAway;
        AnyKeepsOwnersAway |= keepsAway;
        if (keepsAway || (labels == LabelChange.Some && node.Index >= 0 && node.Node is not null)) Forget();
        if (node.Index >= 0 && node.Index < Versions.Length) Versions[node.Index]++;
    }

    public void Listed(IReadOnlyList<NodeState> nodes)
    {
        Nodes = nodes;
        Versions = new long[nodes.Count];
        Array.Fill(Versions, 1);
        Forget();
    }

    private void Forget()
    {
        _epoch++;
        _topologies.Clear();
        _labels.Listed(Nodes.Count);
        _terms.Listed(Nodes);
    }
}
