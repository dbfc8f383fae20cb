using Simulator.Api;

namespace Simulator.World.Nodes.Runs;

/// <summary>The phase of a pod from the states of its containers (GetPhase in pkg/kubelet/kubelet.go of 1.3.10).</summary>
internal static class PodPhases
{
    public static PodPhase Of(string restartPolicy, PodWork work)
    {
        if (restartPolicy == "Never" && Array.Exists(work.InitContainers, static container => container.HasFailed)) return PodPhase.Failed;
        var (running, failed, waiting) = (0, 0, 0);
        foreach (var container in work.Containers)
        {
            if (container.IsRunning) running++;
            if (container.HasFailed) failed++;
            if (container.State == ContainerState.Waiting) waiting++;
        }

        if (waiting > 0) return PodPhase.Pending;
        if (running > 0 || restartPolicy == "Always") return PodPhase.Running;
        if (failed == 0) return PodPhase.Succeeded;
        return restartPolicy == "Never" ? PodPhase.Failed : PodPhase.Running;
    }

    public static bool IsFinal(PodPhase phase) => phase is PodPhase.Succeeded or PodPhase.Failed;
}
