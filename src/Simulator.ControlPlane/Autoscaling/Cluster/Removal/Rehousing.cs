using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>
/// Would the pods of a node find a place on the others, with their whole capacity to be had? (findPlaceFor of simulator/cluster.go)
/// Each node that would go is judged alone against the cluster of now: two may count on the same place.
/// </summary>
public sealed class Rehousing(ClusterPicture picture)
{
    private const int HousedMax = 10_000;

    private readonly PlaceVerdicts _verdicts = new(picture);
    private readonly Dictionary<PicturedNode, NodeInfo> _changed = [];
    private readonly Dictionary<PicturedNode, Housing> _housed = [];
    private readonly List<(Pod Pod, PicturedNode Place)> _placed = [];
    private IReadOnlyList<PicturedNode> _listed = [];
    private PredicateChecker? _checker;
    private IPlaceOrder? _places;

    /// <summary>A phase of a round begins.</summary>
    /// <param name="listed">In listing order.</param>
    public void Begin(IReadOnlyList<PicturedNode> listed, PredicateChecker checker, IPlaceOrder places) =>
        (_listed, _checker, _places) = (listed, checker, places);

    /// <returns>Null if all find a place; else the pod that does not.</returns>
    public Pod? FirstHomeless(string from, IReadOnlyList<Pod> pods)
    {
        _changed.Clear();
        _placed.Clear();
        _places!.Begin(_listed);
        foreach (var pod in pods)
        {
            if (PlaceFor(pod, from) is not { } place) return pod;
            Put(pod, place);
            _placed.Add((pod, place));
            _places.Note(pod.Key, from, place.Name);
        }

        return null;
    }

    /// <summary>
    /// All pods of a node that would move are put where they were put the last time, provably: nothing that counts has changed. The fast
    /// twin of <see cref="FirstHomeless"/> with the pods that <see cref="DrainRules"/> give.
    /// </summary>
    internal bool IsRepeated(PicturedNode from)
    {
        if (!_housed.TryGetValue(from, out var housing)) return false;
        _places!.Begin(_listed);
        return housing.TryRepeat(_places, picture.State.StorageVersion);
    }

    /// <summary>What <see cref="FirstHomeless"/> has found last, no pod homeless.</summary>
    internal void Keep(PicturedNode from)
    {
        if (_housed.Count > HousedMax) _housed.Clear();
        if (!_housed.TryGetValue(from, out var housing)) _housed.Add(from, housing = new Housing(from));
        housing.Keep(_placed, picture.State.StorageVersion);
    }

    internal static Pod Unbound(Pod pod) => pod with { Spec = pod.Spec with { NodeName = "" } };

    private PicturedNode? PlaceFor(Pod pod, string from)
    {
        var row = _verdicts.Of(pod);
        if (_places!.HintFor(pod.Key) is { } hint && hint != from && picture.Find(hint) is { IsListed: true } hinted && Takes(hinted))
        {
            return hinted;
        }

        if (!AnyTakes()) return null;
        foreach (var node in _places.Order)
        {
            if (node.Name != from && Takes(node)) return node;
        }

        return null;

        bool Takes(PicturedNode node) => row.Takes(node, pod, _checker!)
            && (!_changed.TryGetValue(node, out var changed) || _checker!.Fits(Unbound(pod), changed));

        // An order that is drawn need not be, where it does not matter.
        bool AnyTakes()
        {
            foreach (var node in _listed)
            {
                if (row.Takes(node, pod, _checker!) && node.Name != from) return true;
            }

            return false;
        }
    }

    private void Put(Pod pod, PicturedNode place)
    {
        if (!_changed.TryGetValue(place, out var changed)) _changed.Add(place, changed = place.CopyWithWholeCapacity());
        changed.Add(new CachedPod(pod, PodFacts.Of(pod.Spec), changed));
    }
}
