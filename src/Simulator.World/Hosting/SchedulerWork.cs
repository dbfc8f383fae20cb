using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>kube-scheduler: cache, queue and back-off live as long as the process.</summary>
internal sealed class SchedulerWork(
    Hosted hosted, KubernetesVersion version, SchedulerOptions options, Action<IPodScheduler> started) : IWork
{
    /// <summary>The stream of the maps that its decisions look at.</summary>
    public const string MapOrder = "map-order/scheduler";

    /// <summary>The stream of what calls to extenders take.</summary>
    public const string ExtenderCalls = "scheduler-extender-calls";

    private const string QueueOrder = "scheduler-queue";

    private readonly List<PlacementNote> _notes = [];

    /// <summary>The scheduler that has placed the pods of a settled start.</summary>
    public IPodScheduler? Settled { get; set; }

    /// <exception cref="ArgumentException">The policy names something that is not registered.</exception>
    public static IPodScheduler NewScheduler(
        KubernetesVersion version, SchedulerOptions options, RandomStream mapOrder, Func<RandomStream> extenderCalls) =>
        version.Scheduler(
            new SchedulerSetting(options, new MeasuredDecisionPace(extenderCalls), new DecisionOrder(mapOrder.NextULong())));

    public void Begin(List<LoopHost> into) => Host(Settled ?? NewScheduler(), into, listed: null).StartKnowing();

    public void Start(List<LoopHost> into)
    {
        var scheduler = NewScheduler();
        Host(scheduler, into, () => scheduler.Listed(hosted.MapOrderOf(QueueOrder))).Start();
    }

    private IPodScheduler NewScheduler() => NewScheduler(
        version, options, hosted.StreamOf(MapOrder), () => hosted.StreamOf(ExtenderCalls));

    private LoopHost Host(IPodScheduler scheduler, List<LoopHost> into, Action? listed)
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

    private void TakeNotes(IPodScheduler scheduler)
    {
        scheduler.TakeNotes(_notes);
        foreach (var (kind, pod, text) in _notes) hosted.Log.Write(KindOf(kind), pod.ToString(), text);
        _notes.Clear();
    }

    private static ObservationKind KindOf(PlacementNoteKind kind) => kind switch
    {
        PlacementNoteKind.Unschedulable => ObservationKind.PodUnschedulable,
        PlacementNoteKind.AssumptionExpired => ObservationKind.AssumptionExpired,
        PlacementNoteKind.Preempted => ObservationKind.PodPreempted,
        _ => ObservationKind.PodNominated,
    };
}
