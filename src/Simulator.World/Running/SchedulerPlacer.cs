using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>The scheduler decides itself.</summary>
public sealed class SchedulerPlacer(IPodScheduler scheduler) : ISettledPlacer
{
    public void Tell(ApiObject value) => scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), ClusterSpec.LongAgo);

    public string? HostOf(Pod pod) => scheduler.Settle(pod);

    public void Dispose()
    {
    }
}
