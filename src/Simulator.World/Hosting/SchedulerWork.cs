using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Hosting;

/// <summary>kube-scheduler: cache, queue and back-off live as long as the process.</summary>
internal sealed class SchedulerWork(Hosted hosted, SchedulerOptions options, Action<Scheduler> started) : IWork
{
    /// <summary>The stream of the maps that its decisions look at.</summary>
    public const string MapOrder = "map-order/scheduler";

    private const string QueueOrder = "scheduler-queue";

    /// <summary>The scheduler that has placed the pods of a settled start.</summary>
    public Scheduler? Settled { get; set; }

    /// <exception cref="ArgumentException">The policy names something that is not registered.</exception>
    public static Scheduler NewScheduler(SchedulerOptions options, RandomStream mapOrder)
    {
        var algorithm = SchedulingAlgorithm.From(options.Policy, options.Settings, out var errors)
            ?? throw new ArgumentException(string.Join("; ", errors));
        return new Scheduler(algorithm, options.Settings, new MeasuredDecisionPace(), new DecisionOrder(mapOrder.NextULong()));
    }

    public void Begin(List<LoopHost> into) => Host(Settled ?? NewScheduler(), into, listed: null).StartKnowing();

    public void Start(List<LoopHost> into)
    {
        var scheduler = NewScheduler();
        Host(scheduler, into, () => scheduler.Listed(hosted.MapOrderOf(QueueOrder))).Start();
    }

    private Scheduler NewScheduler() => NewScheduler(options, hosted.StreamOf(MapOrder));

    private LoopHost Host(Scheduler scheduler, List<LoopHost> into, Action? listed)
    {
        started(scheduler);
        var host = new LoopHost(hosted, scheduler, options.KubeApiQps, options.KubeApiBurst)
        {
            AfterTurn = () => TakeNotes(scheduler),
            Listed = listed,
        };
        into.Add(host);
        return host;
    }

    private void TakeNotes(Scheduler scheduler)
    {
        foreach (var (pod, decision) in scheduler.Notes)
        {
            if (decision.Host is null)
            {
                hosted.Log.Write(ObservationKind.PodUnschedulable, pod.ToString(), decision.Error ?? decision.Outcome.ToString());
            }
        }

        scheduler.Notes.Clear();
        foreach (var expired in scheduler.State.Cache.Expired)
        {
            hosted.Log.Write(ObservationKind.AssumptionExpired, expired.Pod.Key.ToString(), expired.Node.Name);
        }
        scheduler.State.Cache.Expired.Clear();
    }
}
