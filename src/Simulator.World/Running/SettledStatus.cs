using Simulator.Api;
using Simulator.World.Nodes;
using Simulator.World.Nodes.Pods;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>The statuses of pods that have run for long at time zero. They share what they can.</summary>
internal sealed class SettledStatus(KubeletContext kubelets)
{
    /// <summary>One instance for all pods.</summary>
    private static readonly Condition IsTrue = new(ConditionStatus.True, "", ClusterSpec.LongAgo);
    private static readonly Condition IsFalse = IsTrue with { Status = ConditionStatus.False };

    /// <summary>By the number of containers.</summary>
    private static readonly int[][] NoneOf = [.. Enumerable.Range(0, 64).Select(containers => new int[containers])];

    public PodStatus Of(Pod pod) => new()
    {
        Phase = PodPhase.Running,
        PodIP = kubelets.NewPodIp(),
        StartTime = ClusterSpec.LongAgo,
        Scheduled = IsTrue,
        Ready = PodWorks.CanBeReady(pod) ? IsTrue : IsFalse,
        ContainerRestarts = NoRestarts(pod.Spec.Containers.Count),
    };

    /// <summary>One instance for all pods with so many containers, whichever run they are of.</summary>
    private static IReadOnlyList<int> NoRestarts(int containers) => containers < NoneOf.Length ? NoneOf[containers] : new int[containers];
}
