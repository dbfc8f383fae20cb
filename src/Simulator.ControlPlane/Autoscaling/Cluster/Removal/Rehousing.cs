using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>
/// Would the pods of a node find a place on the others, with their whole capacity to be had? (findPlaceFor of simulator/cluster.go)
/// Each node that would go is judged alone against the cluster of now: two may count on the same place.
/// </summary>
/// <param name="listed">In listing order.</param>
public sealed class Rehousing(ClusterPicture picture, IReadOnlyList<PicturedNode> listed, PredicateChecker checker, IPlaceOrder places)
{
    /// <summary>What each node, as it is, says to pods of a kind: asked once, since adding pods never makes room for another.</summary>
    private readonly Dictionary<PodClass, Verdicts> _verdicts = [];
    private readonly Dictionary<PicturedNode, NodeInfo> _changed = [];

    /// <returns>Null if all find a place; else the pod that does not.</returns>
    public Pod? FirstHomeless(string from, IReadOnlyList<Pod> pods)
    {
        _changed.Clear();
        var order = places.Order(listed);
        foreach (var pod in pods)
        {
            if (PlaceFor(pod, from, order) is not { } place) return pod;
            Put(pod, place);
            places.Note(pod.Key, from, place.Name);
        }

        return null;
    }

    private PicturedNode? PlaceFor(Pod pod, string from, IReadOnlyList<PicturedNode> order)
    {
        var kind = VerdictsOf(pod);
        if (kind.FitsNowhere(listed.Count)) return null;
        if (places.HintFor(pod.Key) is { } hint
            && hint != from
            && picture.Find(hint) is { IsListed: true } hinted
            && Fits(pod, kind, hinted))
        {
            return hinted;
        }

        foreach (var node in order)
        {
            if (node.Name != from && Fits(pod, kind, node)) return node;
        }

        return null;
    }

    private Verdicts VerdictsOf(Pod pod)
    {
        var kind = PodClass.Of(pod);
        if (!_verdicts.TryGetValue(kind, out var verdicts)) _verdicts.Add(kind, verdicts = new Verdicts());
        return verdicts;
    }

    private bool Fits(Pod pod, Verdicts kind, PicturedNode node)
    {
        if (kind.Of(node) is not { } fits)
        {
            kind.Note(node, fits = node.HasPods && checker.Fits(Unbound(pod), node.WithWholeCapacity));
        }

        return fits && (!_changed.TryGetValue(node, out var changed) || checker.Fits(Unbound(pod), changed));
    }

    private void Put(Pod pod, PicturedNode place)
    {
        if (!_changed.TryGetValue(place, out var changed)) _changed.Add(place, changed = place.CopyWithWholeCapacity());
        changed.Add(new CachedPod(pod, PodFacts.Of(pod.Spec), changed));
    }

    /// <summary>Of pods of a kind about the nodes as they are.</summary>
    private sealed class Verdicts
    {
        private readonly Dictionary<PicturedNode, bool> _known = [];
        private int _fitting;

        /// <summary>All but the node that it is on have said no.</summary>
        public bool FitsNowhere(int listed) => _fitting == 0 && _known.Count >= listed;

        public bool? Of(PicturedNode node) => _known.TryGetValue(node, out var fits) ? fits : null;

        public void Note(PicturedNode node, bool fits)
        {
            _known.Add(node, fits);
            if (fits) _fitting++;
        }
    }

    private static Pod Unbound(Pod pod) => pod with { Spec = pod.Spec with { NodeName = "" } };
}
