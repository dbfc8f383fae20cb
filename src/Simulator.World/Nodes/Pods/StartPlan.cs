using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// Which containers of a pod should run and do not (computePodContainerChanges in pkg/kubelet/dockertools, SyncPod in pkg/kubelet/rkt of
/// 1.3.10).
/// </summary>
internal static class StartPlan
{
    /// <summary>Init containers strictly one after the other, then all others together.</summary>
    public static List<ContainerRun> OfDocker(string restartPolicy, PodWork work)
    {
        if (NextInit(work) is not { } init) return [.. work.Containers.Where(container => ShouldStart(container, restartPolicy))];
        return init.IsRunning || (init.HasFailed && restartPolicy == "Never") ? [] : [init];
    }

    /// <summary>The whole pod, if one of its apps should run and does not; there are no init containers.</summary>
    public static List<ContainerRun> OfRkt(string restartPolicy, PodWork work) =>
        Array.Exists(work.Containers, container => ShouldStart(container, restartPolicy)) ? [.. work.Containers] : [];

    private static ContainerRun? NextInit(PodWork work)
    {
        foreach (var init in work.InitContainers)
        {
            if (!init.HasSucceeded) return init;
        }

        return null;
    }

    private static bool ShouldStart(ContainerRun container, string restartPolicy) => container.State switch
    {
        ContainerState.Waiting => true,
        ContainerState.Running => false,
        _ => container.IsReplaced || restartPolicy == "Always" || (restartPolicy == "OnFailure" && container.HasFailed),
    };
}
