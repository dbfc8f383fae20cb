using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Operations;

/// <summary>Begins what a scenario plans: at its time, or so long after an event; and tells at the end what never came to pass.</summary>
/// <param name="end">Of the run.</param>
internal sealed class Timetable(Simulation simulation, TimeSpan end)
{
    private readonly List<Plan> _waiting = [];

    /// <param name="log">Of the cluster in which it is to happen.</param>
    /// <param name="title">What is planned, in words.</param>
    public void Add(ObservationLog log, string title, PlannedTime when, Action begin)
    {
        if (when.After is null) simulation.ScheduleAt(when.At, begin, when.Priority);
        else _waiting.Add(new Plan(log, title, when.After, begin));
    }

    /// <param name="outage">Its name.</param>
    public void OutageBegan(string outage) => Happen(plan => plan.After.Event == AwaitedEvent.OutageBegins && plan.After.Outage == outage);

    public void OutageEnded(string outage) => Happen(plan => plan.After.Event == AwaitedEvent.OutageEnds && plan.After.Outage == outage);

    public void AllReady(string cluster) => Happen(plan => plan.After.Event == AwaitedEvent.AllReady && plan.Log.Cluster == cluster);

    /// <summary>The run ends: what has not begun is told.</summary>
    public void TellRest()
    {
        foreach (var plan in _waiting) plan.Log.Write(ObservationKind.PlanLeftOut, plan.Title, $"{plan.After}: {Absence(plan)}");
    }

    /// <summary>An event counts once: what waited for it begins, so much later, in the order of the scenario.</summary>
    private void Happen(Predicate<Plan> isConcerned)
    {
        foreach (var plan in _waiting.FindAll(plan => plan.HappenedAt is null && isConcerned(plan)))
        {
            plan.HappenedAt = simulation.Now;
            if (simulation.Now + plan.After.Delay >= end) continue;
            simulation.Schedule(plan.After.Delay, () => Begin(plan));
        }
    }

    private void Begin(Plan plan)
    {
        _waiting.Remove(plan);
        plan.Begin();
    }

    private static string Absence(Plan plan)
    {
        if (plan.HappenedAt is { } at) return $"it came to that at {Clock.Of(at)}, too late for the rest";
        return plan.After.Event switch
        {
            AwaitedEvent.AllReady => $"the replicas of cluster {plan.Log.Cluster} were never all ready",
            AwaitedEvent.OutageBegins => "it never began",
            _ => "it did not end before the run did",
        };
    }

    private sealed record Plan(ObservationLog Log, string Title, EventTime After, Action Begin)
    {
        public TimeSpan? HappenedAt { get; set; }
    }
}
