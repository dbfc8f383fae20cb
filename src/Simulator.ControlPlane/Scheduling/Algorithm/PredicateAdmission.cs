using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>
/// By predicates: the scheduler's general ones against what the node runs already (canAdmitPod in pkg/kubelet/kubelet.go of 1.3.10).
/// </summary>
/// <remarks>
/// What is written down of a node's pods serves again for the next look (anew each time, it was 8 % of what
/// zone-outage allocates).
/// </remarks>
public sealed class PredicateAdmission : INodeAdmission
{
    private static readonly GeneralPredicates Predicates = new();
    private static readonly ClusterState NothingElse = new();

    private readonly List<CachedPod> _spare = [];
    private readonly NodeInfo _info = new("");

    public void Begin(Node node)
    {
        _info.Become(node.Name);
        _info.SetNode(node, 0);
    }

    public void Add(Pod other)
    {
        var facts = PodFacts.Of(other.Spec);
        if (_info.PodCount == _spare.Count) _spare.Add(new CachedPod(other, facts, _info));
        var place = _spare[_info.PodCount];
        (place.Pod, place.Facts, place.Node) = (other, facts, _info);
        _info.Add(place);
    }

    public Verdict Check(Pod pod) => Predicates.Check(pod, _info, NothingElse);
}
