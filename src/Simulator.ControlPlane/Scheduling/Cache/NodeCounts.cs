using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>
/// How often something occurs on each node. Nodes without it are not listed, so that whoever goes through them looks at nothing else.
/// </summary>
public sealed class NodeCounts
{
    private readonly Dictionary<ByReference, int> _nodes = [];

    /// <summary>Nodes that have any.</summary>
    public int NodeCount => _nodes.Count;

    public int On(NodeInfo node) => _nodes.GetValueOrDefault(new ByReference(node));

    public Enumerator GetEnumerator() => new(_nodes.GetEnumerator());

    internal void Add(NodeInfo node, int change)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, new ByReference(node), out _);
        count += change;
        if (count == 0) _nodes.Remove(new ByReference(node));
    }

    /// <summary>Nodes and how often, in no order that matters.</summary>
    public struct Enumerator
    {
        private Dictionary<ByReference, int>.Enumerator _inner;

        internal Enumerator(Dictionary<ByReference, int>.Enumerator inner) => _inner = inner;

        public readonly (NodeInfo Node, int Count) Current => (_inner.Current.Key.Node, _inner.Current.Value);

        public bool MoveNext() => _inner.MoveNext();
    }

    /// <summary>
    /// A struct, so that the dictionary is compiled for it (bench scheduler, plain pods, in pairs with the program
    /// before there were indexes: with it and the spans of TieBreak 95 % of its rate, without 75 %).
    /// </summary>
    internal readonly struct ByReference(NodeInfo node) : IEquatable<ByReference>
    {
        public NodeInfo Node => node;

        public bool Equals(ByReference other) => ReferenceEquals(Node, other.Node);

        public override bool Equals(object? obj) => obj is ByReference other && Equals(other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Node);
    }
}
