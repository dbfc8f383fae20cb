using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>
/// Whether a node should run a set's pod (nodeShouldRunDaemonPod of 1.3.10). Readiness, cordons and taints do not matter.
/// </summary>
internal static class DaemonPlacement
{
    /// <param name="own">The set's own unfinished pods on the node: they do not stand in its way.</param>
    /// <param name="shortage">What the node lacks; "" if it runs the pod or is not selected at all.</param>
    public static bool ShouldRun(PodTemplate template, NodeLoad load, List<Pod> own, out string shortage)
    {
        shortage = "";
        if (load.Node is not { } node || !IsSelected(template.Spec, node)) return false;
        if (!HasRoom(PodFacts.Of(template.Spec), load, own, node.Status.Allocatable)) shortage = "insufficent free resources";
        else if (HasPortConflict(PodFacts.Of(template.Spec).HostPorts, load.WithHostPorts, own)) shortage = "host port conflict";
        return shortage.Length == 0;
    }

    private static bool IsSelected(PodSpec spec, Node node) =>
        spec.NodeSelector.IsSubsetOf(node.Metadata.Labels)
        && (spec.NodeName.Length == 0 || spec.NodeName == node.Name)
        && node.Status.Condition(NodeConditionType.OutOfDisk)?.Status != ConditionStatus.True;

    /// <summary>
    /// The original adds pod by pod and refuses the node if any does not fit, which is to say: if their sum does not. Pods are not counted.
    /// </summary>
    private static bool HasRoom(PodFacts wanted, NodeLoad load, List<Pod> own, ResourceList allocatable)
    {
        var (cpu, memory, gpu) = (load.MilliCpu + wanted.NewMilliCpu, load.Memory + wanted.NewMemory, load.Gpu + wanted.Gpu);
        foreach (var pod in own)
        {
            if (pod.IsFinished) continue;
            var facts = PodFacts.Of(pod.Spec);
            (cpu, memory, gpu) = (cpu - facts.NewMilliCpu, memory - facts.NewMemory, gpu - facts.Gpu);
        }

        return cpu <= allocatable.MilliValue(ResourceNames.Cpu)
            && memory <= allocatable.Value(ResourceNames.Memory)
            && gpu <= allocatable.Value(ResourceNames.NvidiaGpu);
    }

    /// <summary>A port that is used twice among the others is a conflict too, whatever this pod wants.</summary>
    private static bool HasPortConflict(int[] wanted, List<Pod> others, List<Pod> own)
    {
        if (wanted.Length + others.Count < 2) return false;
        var used = new HashSet<int>(wanted);
        foreach (var pod in others)
        {
            if (own.Exists(mine => mine.Key == pod.Key)) continue;
            foreach (var port in PodFacts.Of(pod.Spec).HostPorts)
            {
                if (!used.Add(port)) return true;
            }
        }

        return false;
    }
}
