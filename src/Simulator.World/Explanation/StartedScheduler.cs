using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.World.Hosting;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>A scheduler of the cluster's version and flags whose process has just started: it has seen the store as it is.</summary>
internal static class StartedScheduler
{
    public static IPodScheduler Of(IClusterView cluster)
    {
        var scheduler = cluster.Spec.Version.Scheduler(new SchedulerSetting(cluster.Spec.Scheduler, new MeasuredDecisionPace()));
        foreach (var value in scheduler.Watches.SelectMany(cluster.Store.List))
        {
            scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), Instant.Start);
        }

        return scheduler;
    }
}
