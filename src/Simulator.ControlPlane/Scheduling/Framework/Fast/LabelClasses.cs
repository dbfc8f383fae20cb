using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>The label classes of all pods, and the groups that they make up.</summary>
public sealed class LabelClasses
{
    /// <summary>Classes without pods are let go when there are more of them than this, and more than of the others.</summary>
    private const int EmptyMax = 4096;

    /// <summary>Groups nobody asks for any more are let go with all the others.</summary>
    private const int GroupsMax = 4096;

    private readonly Dictionary<ClassKey, LabelClass> _classes = [];

    private readonly Dictionary<(string Namespace, string Key, string Value), List<LabelClass>> _byPair = [];

    private readonly Dictionary<string, PodGroup> _groups = new(StringComparer.Ordinal);

    private readonly PairIndex<PodGroup> _groupIndex = new();

    private int _nodes;

    private int _empty;

    /// <summary>Grows when groups are let go: those of before are void.</summary>
    public int Epoch { get; private set; }

    public void PodChanged(Pod pod, NodeState node, int change)
    {
        var labelClass = ClassOf(pod);
        if (labelClass.IsEmpty) _empty--;
        labelClass.Add(node, change);
        if (labelClass.IsEmpty && ++_empty > EmptyMax && _empty > _classes.Count / 2) LetEmptyOnesGo();
    }

    /// <summary>The order of nodes is another: groups count anew.</summary>
    public void Listed(int nodes)
    {
        _nodes = nodes;
        LetGroupsGo();
    }

    /// <param name="text">Tells it apart from every other group.</param>
    public PodGroup Group(string text, IReadOnlyList<string> namespaces, LabelSet pairs, Func<LabelSet, bool> selects, bool countsLeaving)
    {
        if (_groups.TryGetValue(text, out var known)) return known;
        if (_groups.Count >= GroupsMax) LetGroupsGo();
        var group = new PodGroup(namespaces, pairs, selects, countsLeaving, _nodes);
        _groups.Add(text, group);
        foreach (var inNamespace in namespaces.Distinct(StringComparer.Ordinal))
        {
            _groupIndex.Add(group, inNamespace, pairs);
            foreach (var pods in Carrying(inNamespace, pairs)) Join(pods, group);
        }

        return group;
    }

    private static void Join(LabelClass pods, PodGroup group)
    {
        if (!group.Selects(pods)) return;
        pods.Groups.Add(group);
        foreach (var (node, count) in pods.Nodes)
        {
            if (node.Index >= 0) group.Add(node.Index, count);
        }
    }

    private LabelClass ClassOf(Pod pod)
    {
        var (labels, isLeaving) = (pod.Metadata.Labels, pod.Metadata.IsBeingDeleted);
        var key = new ClassKey(pod.Namespace, labels, isLeaving);
        if (_classes.TryGetValue(key, out var known)) return known;
        var made = new LabelClass(pod.Namespace, labels, isLeaving);
        _classes.Add(key, made);
        _empty++;
        Enlist(made);
        var groups = new List<PodGroup>();
        _groupIndex.Collect(pod.Namespace, labels, groups);
        foreach (var group in groups) Join(made, group);
        return made;
    }

    private void Enlist(LabelClass pods)
    {
        List(pods.Namespace, "", "").Add(pods);
        foreach (var (key, value) in pods.Labels.Pairs) List(pods.Namespace, key, value).Add(pods);
    }

    /// <summary>Classes that carry one of the pairs, of the pair that the fewest carry.</summary>
    private List<LabelClass> Carrying(string inNamespace, LabelSet pairs)
    {
        List<LabelClass>? fewest = null;
        foreach (var (key, value) in pairs.Pairs)
        {
            if (!_byPair.TryGetValue((inNamespace, key, value), out var list)) return [];
            if (fewest is null || list.Count < fewest.Count) fewest = list;
        }

        return fewest ?? (_byPair.TryGetValue((inNamespace, "", ""), out var all) ? all : []);
    }

    private List<LabelClass> List(string inNamespace, string key, string value)
    {
        if (!_byPair.TryGetValue((inNamespace, key, value), out var list)) _byPair.Add((inNamespace, key, value), list = []);
        return list;
    }

    private void LetGroupsGo()
    {
        Epoch++;
        _groups.Clear();
        foreach (var pods in _classes.Values) pods.Groups.Clear();
        _groupIndex.Clear();
    }

    private void LetEmptyOnesGo()
    {
        _empty = 0;
        _byPair.Clear();
        foreach (var (key, pods) in _classes)
        {
            if (pods.IsEmpty) _classes.Remove(key);
            else Enlist(pods);
        }
    }

    /// <summary>Labels by what they say.</summary>
    private readonly struct ClassKey(string podNamespace, LabelSet labels, bool isLeaving) : IEquatable<ClassKey>
    {
        private readonly string _namespace = podNamespace;

        private readonly LabelSet _labels = labels;

        private readonly bool _isLeaving = isLeaving;

        public bool Equals(ClassKey other) => _isLeaving == other._isLeaving && _namespace == other._namespace
            && (ReferenceEquals(_labels, other._labels) || _labels.SameAs(other._labels));

        public override bool Equals(object? obj) => obj is ClassKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var (_, value) in _labels.Pairs) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
