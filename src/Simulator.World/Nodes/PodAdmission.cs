using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.World.Nodes;

/// <summary>What a kubelet refuses to run although it was bound to its node: such a pod fails and is not tried again.</summary>
internal sealed class PodAdmission(Kubelet kubelet)
{
    private const string Pressure = "MemoryPressure";

    private readonly List<Pod> _others = [];

    /// <summary>Why not, in a word; null if the pod may run.</summary>
    public string? Refusal(Pod pod)
    {
        if (kubelet.HasMemoryPressure && PodQos.Of(pod) == QosClass.BestEffort) return Pressure;
        if (kubelet.Context.NodeNamed(kubelet.Node.Name) is { } node && Verdict(node, pod).Reason is { } reason) return reason;
        return kubelet.IsDiskFull ? "OutOfDisk" : null;
    }

    /// <summary>As the status words it; the eviction manager words its refusals like its evictions.</summary>
    public static string StatusReason(string refusal) => refusal == Pressure ? "Evicted" : refusal.Replace("Insufficient ", "OutOf", StringComparison.Ordinal);

    private Verdict Verdict(Node node, Pod pod)
    {
        _others.Clear();
        foreach (var run in kubelet.Runs)
        {
            if (run.State is PodRunState.Active or PodRunState.Stopping && run.Pod.Key != pod.Key) _others.Add(run.Pod);
        }

        return NodeAdmission.Check(node, _others, pod);
    }
}
