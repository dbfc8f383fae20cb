using Simulator.Engine;
using Simulator.Studies.Risk.Losses;
using Simulator.Tests.Stories;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Risk;

/// <summary>What one trouble costs, and in which part of the recovery.</summary>
public sealed class TroubleRunTests
{
    private const string Service = "default/web";

    [Fact]
    public void A_lost_machine_is_noticed_given_its_grace_and_emptied()
    {
        // Ten replicas on ten machines: one of them is lost for two hours.
        var lost = LossOf(SmallWorld.Of(10, 10, "a"), PowerLoss(PlaceScope.Node, "n-0001", 2.Hours())).Missing;
        Assert.InRange(lost[RecoveryPart.Unnoticed] * 10, 30, 50);
        Assert.InRange(lost[RecoveryPart.Grace] * 10, 240, 300);
        Assert.InRange(lost[RecoveryPart.Start] * 10, 0.5, 10);
        Assert.InRange(lost.Total * 10, 290, 370);
    }

    [Fact]
    public void A_lost_zone_waits_for_its_turn()
    {
        // One node every ten seconds: the last of 20 waits for more than three minutes.
        var lost = LossOf(SmallWorld.Of(60, 60, "a", "b", "c"), PowerLoss(PlaceScope.Zone, "a", 2.Hours())).Missing;
        Assert.InRange(lost[RecoveryPart.Eviction] * 3, 80, 120);
        Assert.Equal(lost.Total, Enum.GetValues<RecoveryPart>().Sum(part => lost[part]), 6);
    }

    [Fact]
    public void A_lone_machine_is_waited_for()
    {
        var lost = LossOf(SmallWorld.Of(1, 1, "a"), PowerLoss(PlaceScope.Node, "n-0001", 1.Hours()));
        Assert.InRange(lost.Down.Total, 3600 + 30, 3600 + 120);
        Assert.Equal(lost.Down.Total, lost.Missing.Total, 6);
    }

    [Fact]
    public void Requests_are_lost_while_the_dead_are_called_ready()
    {
        var lost = LossOf(SmallWorld.Of(10, 10, "a").WithTraffic(100), PowerLoss(PlaceScope.Node, "n-0001", 2.Hours())).Failed;
        Assert.InRange(lost.Total, 300, 500); // a tenth of 100 a second, for 30 to 50 s
        Assert.InRange(lost[RecoveryPart.Unnoticed], 0.99 * lost.Total, lost.Total);
    }

    [Fact]
    public void Who_cannot_be_reached_has_lost_no_replica()
    {
        var cut = new OutageSpec { Kind = OutageKind.ClusterCut, At = 3.Minutes(), For = new Constant(5.Minutes()), Cluster = "east" };
        var lost = LossOf(SmallWorld.Of(4, 4, "a").WithTraffic(100), cut);
        Assert.Equal(30_000, lost.Failed[RecoveryPart.Rest], 1000.0);
        Assert.Equal(0, lost.Missing.Total);
    }

    [Fact]
    public void Without_a_trouble_nothing_is_lost()
    {
        var outcome = TroubleRun.Of(
            SmallWorld.Of(6, 12, "a", "b").WithTraffic(10), [], 2.Minutes(), 20.Minutes(), 1.Hours(),
                TestContext.Current.CancellationToken);
        Assert.True(outcome.IsHealed);
        Assert.Equal(0, outcome.Services[Service].Missing.Total + outcome.Services[Service].Failed.Total);
        Assert.Equal(10 * outcome.Window, outcome.Services[Service].Requests, 1.0);
    }

    [Fact]
    public void A_run_that_does_not_heal_is_given_up()
    {
        var outage = new OutageSpec
        {
            Kind = OutageKind.InstanceGone,
            At = 3.Minutes(),
            Cluster = "east",
            Where = new Place(PlaceScope.Node, "n-0001"),
        };
        var outcome = TroubleRun.Of(
            SmallWorld.Of(1, 1, "a"), [outage], 3.Minutes(), 3.Minutes(), 30.Minutes(), TestContext.Current.CancellationToken);
        Assert.False(outcome.IsHealed);
        Assert.Equal(30 * 60, outcome.Window);
    }

    private static ServiceLosses LossOf(Scenario scenario, OutageSpec outage) => TroubleRun.Of(
        scenario, [outage], 3.Minutes(), 3.Minutes() + (outage.For?.Mean ?? TimeSpan.Zero), 4.Hours(),
        TestContext.Current.CancellationToken).Services[Service];

    private static OutageSpec PowerLoss(PlaceScope scope, string place, TimeSpan lasts) => new()
    {
        Kind = OutageKind.PowerLoss,
        At = 3.Minutes(),
        For = new Constant(lasts),
        Cluster = "east",
        Where = new Place(scope, place),
    };
}
