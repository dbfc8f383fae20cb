using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>
/// A kubelet's own look at a pod that was bound to it: the scheduler's general predicates against what it runs already (canAdmitPod in
/// pkg/kubelet/kubelet.go of 1.3.10).
/// </summary>
public static class NodeAdmission
{
    private static readonly GeneralPredicates Predicates = new();
    private static readonly ClusterState NothingElse = new();

    /// <param name="others">The pods that have not finished, without the new one.</param>
    public static Verdict Check(Node node, IReadOnlyList<Pod> others, Pod pod)
    {
        var info = new NodeInfo(node.Name);
        info.SetNode(node, 0);
        foreach (var other in others) info.Add(new CachedPod(other, PodFacts.Of(other.Spec), info));
        return Predicates.Check(pod, info, NothingElse);
    }
}
