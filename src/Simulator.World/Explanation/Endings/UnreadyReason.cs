using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.World.Nodes;
using Simulator.World.Nodes.Runs;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>Why a pod that has a node is not ready: the first thing on its way that is not there.</summary>
internal static class UnreadyReason
{
    public static WaitReason Of(IClusterView cluster, Pod pod)
    {
        if (cluster.Store.Find<Node>("Node", new ObjectKey("", pod.NodeName)) is not { } node)
        {
            return new WaitReason($"node {pod.NodeName} does not exist");
        }
        if (node.Status.Condition(NodeConditionType.Ready)?.Status != ConditionStatus.True) return new WaitReason("its node is not ready");
        if (cluster.Machine(pod.NodeName) is not { IsConnected: true } machine)
        {
            return new WaitReason("its node is down, and nobody knows yet");
        }
        if (!machine.IsRuntimeUp) return new WaitReason("the container runtime of its node does not answer");
        if (VolumesOfPod.UnboundClaim(pod, cluster.Store.Find) is { } claim) return new WaitReason($"claim {claim} has no volume");
        if (PodReferences.MissingVolume(pod, cluster.Store.Find) is { } volume) return Missing(volume);
        if (PodGates.HoldUp(pod) && PodGates.ShutOf(pod) is { } gate)
        {
            return new WaitReason($"nobody sets its condition {gate} to True (readiness gate)");
        }

        return machine.RunOf(pod.Key) is { } known
            ? Of(cluster, machine, known)
            : new WaitReason("its kubelet has not taken it yet");
    }

    private static WaitReason Of(IClusterView cluster, IMachineView machine, PodRun run)
    {
        if (run.Volumes is { AreMounted: false }) return new WaitReason("its volumes are not mounted");
        if (run.Work is not { } work) return new WaitReason("it is starting");
        if (work.InitContainers.FirstOrDefault(container => !container.HasSucceeded) is { } init) return Init(machine, init);
        var waiting = work.Containers.Where(container => !container.IsReady).ToList();
        return waiting.Select(container => Of(cluster, machine, run.Pod, container)).FirstOrDefault(new WaitReason("it is starting"));
    }

    private static WaitReason Init(IMachineView machine, ContainerRun container) => container switch
    {
        { HasFailed: true } => new WaitReason($"its init container {container.Spec.Name} fails", $"exit code {container.ExitCode}"),
        { IsRunning: true } => new WaitReason($"its init container {container.Spec.Name} is not done"),
        _ => machine.MissingImage(container.Spec) is { } missing
            ? new WaitReason(missing)
            : new WaitReason($"its init container {container.Spec.Name} has not started"),
    };

    private static WaitReason Of(IClusterView cluster, IMachineView machine, Pod pod, ContainerRun container)
    {
        if (container.IsRunning) return new WaitReason("its readiness probe does not succeed");
        if (PodReferences.MissingEnvironment(container.Spec, pod.Namespace, cluster.Store.Find) is { } missing) return Missing(missing);
        if (container.State == ContainerState.Exited)
        {
            return new WaitReason($"its container {container.Spec.Name} ends again and again", container.EndReason);
        }
        return machine.MissingImage(container.Spec) is { } image ? new WaitReason(image) : new WaitReason("it is starting");
    }

    private static WaitReason Missing(MissingReference reference) => new(
        reference.Key.Length == 0
            ? $"{reference.Kind} {reference.Name} does not exist"
            : $"{reference.Kind} {reference.Name} has no key {reference.Key}");
}
