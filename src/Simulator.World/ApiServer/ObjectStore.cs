using Simulator.Api;
using Simulator.ControlPlane;

namespace Simulator.World;

/// <summary>All objects under one revision counter. Hands out the stored instances: they are immutable.</summary>
/// <remarks>Reads and writes are O(1) but for lists, which are in key order: O(n log n) after a change of the set, else O(n).</remarks>
public sealed class ObjectStore
{
    private static readonly Comparer<Pod> KeyOrder = Comparer<Pod>.Create(static (left, right) => left.Key.CompareTo(right.Key));

    private readonly Dictionary<string, KindTable> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Pod>> _podsByNode = new(StringComparer.Ordinal);

    /// <summary>Called after each commit, in commit order.</summary>
    public event Action<WatchEvent>? Committed;

    /// <summary>Grows by one with every write.</summary>
    public long Revision { get; private set; }

    public T? Find<T>(string kind, ObjectKey key)
        where T : ApiObject => Table(kind).Objects.GetValueOrDefault(key) as T;

    public ApiObject? Find(string kind, ObjectKey key) => Table(kind).Objects.GetValueOrDefault(key);

    /// <summary>All objects of a kind in key order. The list is not changed by later writes.</summary>
    public IReadOnlyList<ApiObject> List(string kind) => Table(kind).InOrder();

    /// <summary>The objects of a kind in one namespace, in key order; of all for "".</summary>
    public IReadOnlyList<ApiObject> List(string kind, string home)
    {
        var all = Table(kind).InOrder();
        if (home.Length == 0) return all;
        var (first, end) = (FirstAtOrAfter(all, home), FirstAtOrAfter(all, home + "\0"));
        return new ArraySegment<ApiObject>(all, first, end - first);
    }

    /// <summary>The pods bound to a node, in key order.</summary>
    public IReadOnlyList<ApiObject> PodsOn(string node) =>
        _podsByNode.TryGetValue(node, out var pods) ? [.. pods] : [];

    public int PodCountOn(string node) => _podsByNode.TryGetValue(node, out var pods) ? pods.Count : 0;

    /// <summary>Stores a new object or a new version under the next revision and returns it as stored.</summary>
    public ApiObject Put(ApiObject value)
    {
        var stored = value with { Metadata = value.Metadata with { ResourceVersion = ++Revision } };
        var old = Table(stored.Kind).Put(stored);
        if (stored is Pod pod) IndexPod(old as Pod, pod);
        Committed?.Invoke(new WatchEvent(old is null ? WatchEventType.Added : WatchEventType.Modified, stored, old));
        return stored;
    }

    public void Remove(ApiObject stored)
    {
        Revision++;
        var old = Table(stored.Kind).Remove(stored.Key);
        if (old is Pod { IsAssigned: true } pod) Unbind(pod);
        if (old is not null) Committed?.Invoke(new WatchEvent(WatchEventType.Deleted, old, old));
    }

    private static int FirstAtOrAfter(ApiObject[] inOrder, string home)
    {
        var (low, high) = (0, inOrder.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(inOrder[middle].Namespace, home) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void IndexPod(Pod? old, Pod pod)
    {
        if (old is { IsAssigned: true } && old.NodeName != pod.NodeName) Unbind(old);
        if (!pod.IsAssigned) return;
        if (!_podsByNode.TryGetValue(pod.NodeName, out var pods)) _podsByNode.Add(pod.NodeName, pods = []);
        var index = pods.BinarySearch(pod, KeyOrder);
        if (index >= 0) pods[index] = pod;
        else pods.Insert(~index, pod);
    }

    private void Unbind(Pod pod)
    {
        var pods = _podsByNode[pod.NodeName];
        pods.RemoveAt(pods.BinarySearch(pod, KeyOrder));
    }

    private KindTable Table(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var table)) _kinds.Add(kind, table = new KindTable());
        return table;
    }

    private sealed class KindTable
    {
        private ApiObject[]? _inOrder;

        public Dictionary<ObjectKey, ApiObject> Objects { get; } = [];

        public ApiObject? Put(ApiObject value)
        {
            var old = Objects.GetValueOrDefault(value.Key);
            Objects[value.Key] = value;
            _inOrder = null;
            return old;
        }

        public ApiObject? Remove(ObjectKey key)
        {
            Objects.Remove(key, out var old);
            _inOrder = null;
            return old;
        }

        public ApiObject[] InOrder()
        {
            if (_inOrder is not null) return _inOrder;
            _inOrder = [.. Objects.Values];
            Array.Sort(_inOrder, static (left, right) => left.Key.CompareTo(right.Key));
            return _inOrder;
        }
    }
}
