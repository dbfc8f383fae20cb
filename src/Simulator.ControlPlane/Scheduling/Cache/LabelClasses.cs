using System.Runtime.CompilerServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>The label classes of all pods, to be found by a selector without a look at those that it cannot select.</summary>
public sealed class LabelClasses
{
    /// <summary>Classes without pods are let go when there are more of them than this, and more than of the others.</summary>
    private const int EmptyMax = 1024;

    private readonly Dictionary<(LabelSet Labels, string Namespace), LabelClass> _byReference = new(ReferenceKey.Instance);
    private readonly Dictionary<(string Namespace, string Labels), LabelClass> _byContent = [];
    private readonly Dictionary<(string? Namespace, string Key, string Value), List<LabelClass>> _byPair = [];
    private int _empty;

    /// <summary>Grows when classes are let go: lists of before are void. In between they only grow.</summary>
    public int Epoch { get; private set; }

    public int Count => _byContent.Count;

    /// <summary>
    /// Classes that carry one of the pairs, of the pair that the fewest carry; without pairs all of the namespace. The list grows as
    /// classes come.
    /// </summary>
    /// <param name="podNamespace">Null = all namespaces.</param>
    public List<LabelClass> Carrying(string? podNamespace, LabelSet pairs)
    {
        List<LabelClass>? fewest = null;
        foreach (var (key, value) in pairs.Pairs)
        {
            var list = List((podNamespace, key, value));
            if (fewest is null || list.Count < fewest.Count) fewest = list;
        }

        return fewest ?? List((podNamespace, "", ""));
    }

    internal LabelClass Of(Pod pod)
    {
        var reference = (pod.Metadata.Labels, pod.Metadata.Namespace);
        if (_byReference.TryGetValue(reference, out var known)) return known;
        if (_empty > EmptyMax && _empty > Count / 2) LetEmptyOnesGo();
        var content = (pod.Metadata.Namespace, Signature(pod.Metadata.Labels));
        if (!_byContent.TryGetValue(content, out known)) known = Make(content, pod.Metadata.Labels);

        // Bounded: pods without a template bring a label instance each.
        if (_byReference.Count < 65_536) _byReference[reference] = known;
        return known;
    }

    /// <summary>Adds pods to a class, or takes them away.</summary>
    internal void Add(LabelClass labelClass, NodeInfo node, bool isBeingDeleted, int change)
    {
        if (labelClass.Pods.NodeCount == 0) _empty--;
        labelClass.Add(node, isBeingDeleted, change);
        if (labelClass.Pods.NodeCount == 0) _empty++;
    }

    private LabelClass Make((string Namespace, string Signature) content, LabelSet labels)
    {
        var made = new LabelClass(content.Namespace, labels);
        _byContent.Add(content, made);
        _empty++;
        Enlist(made);
        return made;
    }

    private void Enlist(LabelClass labelClass)
    {
        List((null, "", "")).Add(labelClass);
        List((labelClass.Namespace, "", "")).Add(labelClass);
        foreach (var (key, value) in labelClass.Labels.Pairs)
        {
            List((null, key, value)).Add(labelClass);
            List((labelClass.Namespace, key, value)).Add(labelClass);
        }
    }

    private void LetEmptyOnesGo()
    {
        Epoch++;
        _empty = 0;
        _byReference.Clear();
        _byPair.Clear();
        foreach (var (content, labelClass) in _byContent)
        {
            if (labelClass.Pods.NodeCount == 0) _byContent.Remove(content);
            else Enlist(labelClass);
        }
    }

    private List<LabelClass> List((string? Namespace, string Key, string Value) pair)
    {
        if (!_byPair.TryGetValue(pair, out var list)) _byPair.Add(pair, list = []);
        return list;
    }

    private static string Signature(LabelSet labels) => string.Join('\n', labels.Select(pair => $"{pair.Key}={pair.Value}"));

    private sealed class ReferenceKey : IEqualityComparer<(LabelSet Labels, string Namespace)>
    {
        public static readonly ReferenceKey Instance = new();

        public bool Equals((LabelSet Labels, string Namespace) x, (LabelSet Labels, string Namespace) y) =>
            ReferenceEquals(x.Labels, y.Labels) && x.Namespace == y.Namespace;

        public int GetHashCode((LabelSet Labels, string Namespace) key) =>
            RuntimeHelpers.GetHashCode(key.Labels) ^ (key.Namespace.Length * 397);
    }
}
