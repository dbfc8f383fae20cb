using Simulator.Api;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>The statuses of pods that were found on a node. They share what they can.</summary>
internal sealed class FoundStatus(KubeletContext kubelets)
{
    private static readonly Condition IsTrue = new(ConditionStatus.True, "", ClusterSpec.LongAgo);
    private static readonly Condition IsFalse = IsTrue with { Status = ConditionStatus.False };

    public PodStatus Of(Pod pod) => pod.Status with
    {
        PodIP = pod.IsFinished ? "" : kubelets.NewPodIp(),
        StartTime = ClusterSpec.LongAgo,
        Scheduled = IsTrue,
        Ready = pod.IsReady ? IsTrue : IsFalse,
    };

    /// <summary>markAllPodsNotReady has seen to it long ago; the phase stays what the kubelet last said.</summary>
    public Pod OfSilentNode(Pod pod) => pod.IsFinished ? pod : pod with { Status = pod.Status with { Ready = IsFalse } };
}
