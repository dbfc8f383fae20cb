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
    private readonly Dictionary<(PodClass, PicturedNode), bool> _verdicts = [];
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
        var kind = PodClass.Of(pod);
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

    private bool Fits(Pod pod, PodClass kind, PicturedNode node)
    {
        if (!node.HasPods) return false;
        if (!_verdicts.TryGetValue((kind, node), out var fits))
        {
            _verdicts.Add((kind, node), fits = checker.Fits(Unbound(pod), node.WithWholeCapacity));
        }

        return fits && (!_changed.TryGetValue(node, out var changed) || checker.Fits(Unbound(pod), changed));
    }

    private void Put(Pod pod, PicturedNode place)
    {
        if (!_changed.TryGetValue(place, out var changed)) _changed.Add(place, changed = place.CopyWithWholeCapacity());
        changed.Add(new CachedPod(pod, PodFacts.Of(pod.Spec), changed));
    }

    private static Pod Unbound(Pod pod) => pod with { Spec = pod.Spec with { NodeName = "" } };
}
