using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Pressure;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>What a kubelet refuses to run although it was bound to its node: such a pod fails and is not tried again.</summary>
internal sealed class PodAdmission(
    MachineState machine, PodRegister pods, ObjectReads objects, INodeAdmission admission, NodeMemory? memory)
{
    private const string Pressure = "MemoryPressure";

    /// <summary>Why not, in a word; null if the pod may run.</summary>
    public string? Refusal(Pod pod)
    {
        if (memory is { IsShort: true } && PodQos.Of(pod) == QosClass.BestEffort) return Pressure;
        if (objects.NodeNamed(machine.Name) is { } node && Verdict(node, pod).Reason is { } reason) return reason;
        return machine.IsDiskFull ? "OutOfDisk" : null;
    }

    /// <summary>As the status words it; the eviction manager words its refusals like its evictions.</summary>
    public static string StatusReason(string refusal) =>
        refusal == Pressure ? "Evicted" : refusal.Replace("Insufficient ", "OutOf", StringComparison.Ordinal);

    /// <summary>The register does not have the pod yet.</summary>
    private Verdict Verdict(Node node, Pod pod)
    {
        admission.Begin(node);
        foreach (var run in pods.Runs)
        {
            if (run.State is PodRunState.Active or PodRunState.Stopping) admission.Add(run.Pod);
        }

        return admission.Check(pod);
    }
}
