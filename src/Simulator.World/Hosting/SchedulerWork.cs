using Simulator.ControlPlane.Scheduling;

namespace Simulator.World;

/// <summary>kube-scheduler: cache, queue and back-off live as long as the process.</summary>
internal sealed class SchedulerWork(Hosted hosted, SchedulerOptions options, Action<Scheduler> started) : IWork
{
    /// <summary>The scheduler that has placed the pods of a settled start.</summary>
    public Scheduler? Settled { get; set; }

    /// <exception cref="ArgumentException">The policy names something that is not registered.</exception>
    public static Scheduler NewScheduler(SchedulerOptions options)
    {
        var algorithm = SchedulingAlgorithm.From(options.Policy, options.Settings, out var errors)
            ?? throw new ArgumentException(string.Join("; ", errors));
        return new Scheduler(algorithm, options.Settings, new MeasuredDecisionPace());
    }

    public void Begin(List<LoopHost> into) => Host(Settled ?? NewScheduler(options), into).StartKnowing();

    public void Start(List<LoopHost> into) => Host(NewScheduler(options), into).Start();

    private LoopHost Host(Scheduler scheduler, List<LoopHost> into)
    {
        started(scheduler);
        var host = new LoopHost(hosted, scheduler, options.KubeApiQps, options.KubeApiBurst) { AfterTurn = () => TakeNotes(scheduler) };
        into.Add(host);
        return host;
    }

    private void TakeNotes(Scheduler scheduler)
    {
        foreach (var (pod, decision) in scheduler.Notes)
        {
            if (decision.Host is null) hosted.Log.Write(ObservationKind.PodUnschedulable, pod.ToString(), decision.Error ?? decision.Outcome.ToString());
        }

        scheduler.Notes.Clear();
        foreach (var expired in scheduler.State.Cache.Expired) hosted.Log.Write(ObservationKind.AssumptionExpired, expired.Pod.Key.ToString(), expired.Node.Name);
        scheduler.State.Cache.Expired.Clear();
    }
}
