using Simulator.Api;

namespace Simulator.World.ApiServer;

/// <summary>The pods bound to each node. They are sorted when somebody asks: most changes are read by nobody.</summary>
internal sealed class PodsByNode
{
    private readonly Dictionary<string, Bound> _nodes = new(StringComparer.Ordinal);

    public int CountOn(string node) => _nodes.TryGetValue(node, out var bound) ? bound.Pods.Count : 0;

    /// <summary>In key order. The list is not changed by later writes.</summary>
    public IReadOnlyList<ApiObject> On(string node) => _nodes.TryGetValue(node, out var bound) ? bound.InOrder() : [];

    /// <param name="before">Null: it is new.</param>
    /// <param name="now">Null: it is gone.</param>
    public void Change(Pod? before, Pod? now)
    {
        var (from, to) = (NodeOf(before), NodeOf(now));
        if (from.Length > 0 && from == to) _nodes[to].Replace(before!, now!);
        else
        {
            if (from.Length > 0) _nodes[from].Remove(before!);
            if (to.Length > 0) Add(now!);
        }
    }

    private static string NodeOf(Pod? pod) => pod?.NodeName ?? "";

    private void Add(Pod pod)
    {
        if (!_nodes.TryGetValue(pod.NodeName, out var bound)) _nodes.Add(pod.NodeName, bound = new Bound());
        bound.Add(pod);
    }

    private sealed class Bound
    {
        private bool _isSorted = true;

        public List<Pod> Pods { get; } = [];

        public void Add(Pod pod)
        {
            Pods.Add(pod);
            _isSorted = false;
        }

        public void Replace(Pod before, Pod now) => Pods[PlaceOf(before)] = now;

        public void Remove(Pod pod) => Pods.RemoveAt(PlaceOf(pod));

        public ApiObject[] InOrder()
        {
            if (!_isSorted) Pods.Sort(static (left, right) => left.Key.CompareTo(right.Key));
            _isSorted = true;
            return [.. Pods];
        }

        /// <summary>It is one of some hundred at most, which lie side by side: no key is compared.</summary>
        private int PlaceOf(Pod pod)
        {
            for (var i = 0; i < Pods.Count; i++)
            {
                if (ReferenceEquals(Pods[i], pod)) return i;
            }

            throw new InvalidOperationException($"{pod.Key} is not known to be on {pod.NodeName}.");
        }
    }
}
