using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>
/// A kubelet's own look at a pod that was bound to it: the scheduler's general predicates against what it runs already (canAdmitPod in
/// pkg/kubelet/kubelet.go of 1.3.10).
/// </summary>
/// <remarks>
/// One for all kubelets: what is written down of a node's pods serves again for the next look (anew each time, it was 8 % of what
/// zone-outage allocates).
/// </remarks>
public sealed class NodeAdmission
{
    private static readonly GeneralPredicates Predicates = new();
    private static readonly ClusterState NothingElse = new();

    private readonly List<CachedPod> _spare = [];
    private NodeInfo _info = new("");

    /// <summary>Begins a look at a node.</summary>
    public void Begin(Node node)
    {
        _info = new NodeInfo(node.Name, _spare.Count);
        _info.SetNode(node, 0);
    }

    /// <summary>Another pod that has not finished there.</summary>
    public void Add(Pod other)
    {
        var facts = PodFacts.Of(other.Spec);
        if (_info.PodCount == _spare.Count) _spare.Add(new CachedPod(other, facts, _info));
        var place = _spare[_info.PodCount];
        (place.Pod, place.Facts, place.Node) = (other, facts, _info);
        _info.Add(place);
    }

    /// <summary>Whether the pod may run beside those that were added.</summary>
    public Verdict Check(Pod pod) => Predicates.Check(pod, _info, NothingElse);
}
