using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Troubles and operations that wait for something.</summary>
public sealed class EventTimeStories
{
    [Fact]
    public void All_ready_is_when_the_last_replica_of_an_empty_start_is_ready()
    {
        var cluster = Story.Of(2, start: ClusterStart.Empty)
            .With("web", 20)
            .With("db", 5)
            .Suffers(PowerLoss("b", AllReady(15.Seconds())))
            .RunFor(5.Minutes());
        var struck = cluster.Of(ObservationKind.OutageStarted).Single().At;
        var ready = cluster.Of(ObservationKind.PodReady).Where(fact => fact.At < struck).ToList();
        Assert.Equal(25, ready.Count);
        Assert.Equal(ready[^1].At + 15.Seconds(), struck);
    }

    [Fact]
    public void In_a_settled_start_all_are_ready_from_the_beginning()
    {
        var cluster = Story.Of(2).With("web", 6).Suffers(PowerLoss("b", AllReady(15.Seconds()))).RunFor(1.Minutes());
        Assert.Equal(15.Seconds(), cluster.Of(ObservationKind.OutageStarted).Single().At);
    }

    [Fact]
    public void What_comes_later_is_waited_for_and_jobs_are_not()
    {
        var cluster = Story.Of(2)
            .With("web", 6)
            .With("late", 3, at: 2.Minutes())
            .Suffers(PowerLoss("b", AllReady(TimeSpan.Zero)))
            .RunFor(4.Minutes());
        Assert.InRange(cluster.Of(ObservationKind.OutageStarted).Single().At.TotalSeconds, 120.5, 125);
    }

    [Fact]
    public void Troubles_follow_the_beginning_and_the_end_of_another()
    {
        var first = PowerLoss("a", null) with { Name = "first", At = 1.Minutes(), For = new Uniform(2.Minutes(), 3.Minutes()) };
        var cluster = Story.Of(2).With("web", 6)
            .Suffers(PowerLoss("b", new EventTime(AwaitedEvent.OutageBegins, "first", 30.Seconds())))
            .Suffers(PowerLoss("c", new EventTime(AwaitedEvent.OutageEnds, "first", 10.Seconds())))
            .Suffers(first)
            .Does(new CordonOperation("n-0001", Unschedulable: true)
            {
                At = default,
                After = new EventTime(AwaitedEvent.OutageBegins, "first", 5.Seconds()),
                Cluster = "east",
            })
            .RunFor(10.Minutes());
        var ended = cluster.Of(ObservationKind.OutageEnded).First(fact => fact.Subject == "a").At;
        Assert.Equal([60, 90, ended.TotalSeconds + 10], cluster.Of(ObservationKind.OutageStarted).Select(fact => fact.At.TotalSeconds));
        Assert.InRange(cluster.Of(ObservationKind.OperationDone).Single().At.TotalSeconds, 65, 66);
        Assert.Empty(cluster.Of(ObservationKind.PlanLeftOut));
    }

    [Fact]
    public void Repeated_troubles_begin_anew_from_their_event()
    {
        var cluster = Story.Of(2)
            .With("web", 6)
            .Suffers(PowerLoss("b", AllReady(1.Minutes())) with
            {
                For = new Constant(10.Seconds()),
                Repeat = new Repetition(5.Minutes(), 3),
            })
            .RunFor(20.Minutes());
        Assert.Equal([60, 360, 660], cluster.Of(ObservationKind.OutageStarted).Select(fact => fact.At.TotalSeconds));
    }

    [Fact]
    public void What_never_came_to_pass_is_told_when_the_run_ends()
    {
        var cluster = Story.Of(1).With("web", 3, milliCpu: 9000)
            .Suffers(PowerLoss("b", AllReady(1.Minutes())) with { Name = "never" })
            .Suffers(PowerLoss("c", new EventTime(AwaitedEvent.OutageEnds, "never", 2.Minutes())))
            .Suffers(PowerLoss("a", new EventTime(AwaitedEvent.OutageBegins, "late", 10.Hours())))
            .Suffers(PowerLoss("a", null) with { Name = "late", At = 5.Hours(), For = new Constant(1.Minutes()) })
            .RunFor(6.Hours());
        Assert.Equal(
            [
                "power-loss of b | allReady + 1m: the replicas of cluster east were never all ready",
                "power-loss of c | outage never ends + 2m: it did not end before the run did",
                "power-loss of a | outage late begins + 10h: it came to that at 5:00:00, too late for the rest",
            ],
            cluster.Of(ObservationKind.PlanLeftOut).Select(fact => $"{fact.Subject} | {fact.Other}"));
    }

    [Fact]
    public void Waiting_is_the_same_every_time()
    {
        string Digest() =>
            Story.Of(2, seed: 3, start: ClusterStart.Empty)
                .With("web", 20)
                .Suffers(PowerLoss("b", AllReady(15.Seconds())))
                .RunFor(10.Minutes()).Digest;
        Assert.Equal(Digest(), Digest());
    }

    private static EventTime AllReady(TimeSpan later) => new(AwaitedEvent.AllReady, "", later);

    private static OutageSpec PowerLoss(string zone, EventTime? after) =>
        new()
        {
            Kind = OutageKind.PowerLoss,
            At = TimeSpan.Zero,
            After = after,
            Cluster = "east",
            Where = new Place(PlaceScope.Zone, zone),
        };
}
