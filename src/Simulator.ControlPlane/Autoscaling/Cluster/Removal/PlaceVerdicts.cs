using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>
/// What nodes, as they are and with their whole capacity, say to pods of each kind; asked again when a node has changed, since adding a pod
/// never makes room for another.
/// </summary>
internal sealed class PlaceVerdicts(ClusterPicture picture)
{
    private const int KindsMax = 10_000;

    private readonly Dictionary<PodClass, Row> _rows = [];
    private long _storage;

    /// <summary>The verdicts about pods like this one.</summary>
    public Row Of(Pod pod)
    {
        if (_storage != picture.State.StorageVersion || _rows.Count > KindsMax) _rows.Clear();
        _storage = picture.State.StorageVersion;
        var kind = PodClass.Of(pod);
        if (!_rows.TryGetValue(kind, out var row)) _rows.Add(kind, row = new Row());
        return row;
    }

    internal sealed class Row
    {
        /// <summary>By number of the node: its version, and one more if it takes them; 0 = never asked.</summary>
        private long[] _known = [];

        public bool Takes(PicturedNode node, Pod pod, PredicateChecker checker)
        {
            if (node.Number >= _known.Length) Array.Resize(ref _known, Math.Max(node.Number + 1, _known.Length * 2));
            ref var known = ref _known[node.Number];
            var asked = (node.Info.Version + 1) << 1;
            if ((known & ~1L) != asked) known = asked | (Ask(node, pod, checker) ? 1L : 0L);
            return (known & 1) != 0;
        }

        private static bool Ask(PicturedNode node, Pod pod, PredicateChecker checker) =>
            node.HasPods && checker.Fits(Rehousing.Unbound(pod), node.WithWholeCapacity);
    }
}
