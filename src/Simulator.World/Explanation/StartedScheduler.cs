using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.World.ApiServer;
using Simulator.World.Hosting;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>A scheduler of the cluster's version and flags whose process has just started: it has seen the store as it is.</summary>
internal static class StartedScheduler
{
    public static IPodScheduler Of(IClusterView cluster) => Of(cluster.Spec, cluster.Store);

    public static IPodScheduler Of(ClusterSpec spec, IStoredObjects store)
    {
        var scheduler = spec.Version.Scheduler(new SchedulerSetting(spec.Scheduler, new MeasuredDecisionPace()));
        foreach (var value in scheduler.Watches.SelectMany(store.List))
        {
            scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), Instant.Start);
        }

        return scheduler;
    }
}
