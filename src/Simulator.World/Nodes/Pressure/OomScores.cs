using Simulator.Api;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pressure;

/// <summary>
/// Whom the kernel kills when a machine's memory is full: who has most of it, moved by what the kubelet has set for each container
/// (pkg/kubelet/qos/policy.go of 1.3.10, mm/oom_kill.c).
/// </summary>
internal static class OomScores
{
    private const int Guaranteed = -998;
    private const int BestEffort = 1000;

    /// <summary>oom_score_adj of a container's processes.</summary>
    /// <param name="capacity">Bytes of the machine.</param>
    public static int AdjustOf(Pod pod, Container container, long capacity) => PodQos.Of(pod) switch
    {
        QosClass.Guaranteed => Guaranteed,
        QosClass.BestEffort => BestEffort,
        _ => (int)Math.Clamp(
            BestEffort - (1000 * container.Requests.Value(ResourceNames.Memory) / capacity), BestEffort + Guaranteed, BestEffort - 1),
    };

    /// <summary>The worst is killed. In bytes: a thousandth of the machine for each point of adjustment.</summary>
    public static long BadnessOf(long used, int adjust, long capacity) => Math.Max(1, used + (adjust * (capacity / 1000)));
}
