using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.World.Traces;

/// <summary>The scheduler's own decisions, one after the other, without its queue, its back-off and its pace.</summary>
public sealed class SchedulerPlacement : IPlacement
{
    private readonly IPodScheduler _scheduler;

    public SchedulerPlacement(IPodScheduler scheduler, IEnumerable<TraceNode> nodes)
    {
        _scheduler = scheduler;
        foreach (var node in nodes) scheduler.Deliver(new WatchEvent(WatchEventType.Added, node.ToNode(), null), Instant.Start);
    }

    public string? Place(LivePod pod)
    {
        if (_scheduler.Settle(pod.Seen) is not { } node) return null;
        pod.Seen = pod.Seen with { Spec = pod.Seen.Spec with { NodeName = node } };
        _scheduler.Deliver(new WatchEvent(WatchEventType.Added, pod.Seen, null), Instant.Start);
        return node;
    }

    public void Remove(LivePod pod) =>
        _scheduler.Deliver(new WatchEvent(WatchEventType.Deleted, pod.Seen, pod.Seen), Instant.Start);
}
