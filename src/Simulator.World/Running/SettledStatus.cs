using Simulator.Api;
using Simulator.World.Nodes;
using Simulator.World.Nodes.Pods;
using Simulator.World.Nodes.Runs;
using Simulator.World.Operations;
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

    public PodStatus Of(Pod pod) => pod.Spec.ReadinessGates.Count == 0 ? Plain(pod) : Gated(pod);

    /// <summary>Whoever opens its gates has done so long ago.</summary>
    private PodStatus Gated(Pod pod)
    {
        var status = Plain(pod);
        if (kubelets.ApplicationOf(pod).GatesOpenAfter is not null)
        {
            status = GateOpener.Opened(pod with { Status = status }, ClusterSpec.LongAgo);
        }

        var isShut = kubelets.Pods.Works.ShutGate(pod with { Status = status }) is not null && status.Ready == IsTrue;
        return isShut ? status with { Ready = IsFalse with { Reason = PodGates.Reason } } : status;
    }

    private PodStatus Plain(Pod pod) => new()
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
