using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.ApiServer;

namespace Simulator.World.Explanation;

/// <summary>
/// What a scheduler that has just started would see: the store as it is, and the scheduler's own rules. Being asked changes nothing.
/// </summary>
internal sealed class SchedulerView
{
    private readonly Scheduler _scheduler;

    /// <param name="started">Sees the store as it is.</param>
    public SchedulerView(Scheduler started)
    {
        _scheduler = started;
        Rule = new PlainDecider(started.Algorithm, State);
    }

    public ClusterState State => _scheduler.State;

    public PlainDecider Rule { get; }

    /// <summary>The scheduler's answer now, taken apart.</summary>
    public DecisionExplanation Explain(Pod pod) => _scheduler.Explain(pod, []);

    /// <summary>An empty cluster under the same rules, but for volumes, claims and services, which stay.</summary>
    public (PlainDecider Rule, SchedulerCache Cache) Empty(IStoredObjects store)
    {
        var empty = new ClusterState();
        foreach (var claim in store.List("PersistentVolumeClaim").Cast<PersistentVolumeClaim>()) empty.Set(claim);
        foreach (var volume in store.List("PersistentVolume").Cast<PersistentVolume>()) empty.Set(volume);
        return (new PlainDecider(_scheduler.Algorithm, empty), empty.Cache);
    }
}
