using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

/// <summary>The use in the moment of the question.</summary>
internal sealed class LiveSampler(IPodUsage usage, IMachineReach machines) : ISampler
{
    public long? Version => null;

    public void CatchUp(MeasuredList pods, Instant now)
    {
    }

    public void Sample(List<MeasuredList> pods, Instant now)
    {
    }

    public PodMetrics? Find(Pod pod, Instant now) => pod.Status.Phase == PodPhase.Running && machines.Answers(pod.NodeName)
        ? Measurement.Of(pod, now.TruncatedToSecond, usage.MilliCpu(pod))
        : null;
}
