using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Explanation;
using Simulator.ControlPlane.Versions;
using Simulator.World.Hosting;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>
/// What a cluster's scheduler would say to a pod now, whichever rules it has: one that has just started sees the store as it is, but of
/// all pods that wait for a node only this one. Being asked changes nothing.
/// </summary>
internal sealed class PresentDecision(Pod pod) : IDecisionWitness
{
    /// <summary>A scheduler that is not responsible wakes up for other things for ever.</summary>
    private static readonly Instant Patience = Instant.Start + TimeSpan.FromMinutes(1);

    private DecisionExplanation? _decision;

    /// <param name="pod">As it is stored; one that has a node is decided on as if it came anew. Null: no scheduler is responsible.</param>
    public static DecisionExplanation? On(IClusterView cluster, Pod pod)
    {
        var anew = pod with { Spec = pod.Spec with { NodeName = "" } };
        var witness = new PresentDecision(anew);
        var scheduler = cluster.Spec.Version.Scheduler(new SchedulerSetting(cluster.Spec.Scheduler, new MeasuredDecisionPace()));
        scheduler.Witness = witness;
        foreach (var kind in scheduler.Watches)
        {
            foreach (var value in cluster.Store.List(kind))
            {
                if (value is Pod { IsAssigned: false } || value.Key == pod.Key && value is Pod) continue;
                scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), Instant.Start);
            }
        }

        scheduler.Deliver(new WatchEvent(WatchEventType.Added, anew, null), Instant.Start);
        while (witness._decision is null && scheduler.NextWake is { } wake && wake < Patience) scheduler.Wake(wake);
        return witness._decision;
    }

    public bool Watches(ObjectKey asked) => asked == pod.Key;

    public void Witness(in DecisionMoment moment) => _decision ??= new DecisionExplainer(shownMax: 0).Explain(moment, []);

    public void Witness(in PlacementMoment moment) => _decision ??= new PlacementExplainer(shownMax: 0).Explain(moment, []);
}
