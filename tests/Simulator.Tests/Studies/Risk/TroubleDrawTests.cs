using Simulator.Engine;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Stories;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Risk;

/// <summary>
/// Troubles as they are drawn: evenly over their places, for as long as their distribution says, the same for every variant.
/// </summary>
public sealed class TroubleDrawTests
{
    private static readonly TroubleClass Nodes =
        RepairModel.Components(10, TimeSpan.FromDays(41), new LogNormal(5.Minutes(), 0.86), burst: 0.22);

    [Fact]
    public void A_draw_is_its_seed_its_class_and_its_number()
    {
        Assert.Equal(Text(TroubleDraw.Of(Nodes, 1, 7)), Text(TroubleDraw.Of(Nodes with { }, 1, 7)));
        Assert.NotEqual(Text(TroubleDraw.Of(Nodes, 1, 7)), Text(TroubleDraw.Of(Nodes, 2, 7)));
    }

    [Fact]
    public void Any_draws_in_a_row_hit_each_place_about_equally_often()
    {
        foreach (var first in (int[])[0, 123])
        {
            var hits = Enumerable.Range(first, 40).CountBy(number => TroubleDraw.Of(Nodes, 1, number).Strikes[0].Place).ToDictionary();
            Assert.Equal(10, hits.Count);
            Assert.All(hits.Values, count => Assert.InRange(count, 3, 5));
        }
    }

    [Fact]
    public void Bursts_are_as_long_as_their_probability_says()
    {
        var mean = Enumerable.Range(0, 20_000).Average(number => TroubleDraw.Of(Nodes, 1, number).Strikes.Count);
        Assert.InRange(mean, 1.20, 1.29); // 1 / (1 - 0.22), less those that would hit a machine that is down
    }

    [Fact]
    public void A_trouble_becomes_the_outages_of_a_run()
    {
        var burst = Enumerable.Range(0, 100).Select(number => TroubleDraw.Of(Nodes, 1, number)).First(trouble => trouble.Strikes.Count > 1);
        var outages = burst.At(3.Minutes(), SmallWorld.Of(1, 1, "a")).ToList();
        Assert.Equal(burst.Strikes.Select(strike => 3.Minutes() + strike.After), outages.Select(outage => outage.At));
        Assert.Equal(burst.Strikes.Select(strike => new Place(PlaceScope.Node, strike.Place)), outages.Select(outage => outage.Where));
        Assert.All(outages, outage => Assert.InRange(outage.At, 3.Minutes(), 3.Minutes() + (30.Seconds() * burst.Strikes.Count)));
    }

    [Fact]
    public void A_pair_of_zones_is_cut_and_a_region_takes_all_its_clusters()
    {
        var zones = Assert.Single(Class(OutageKind.ZonePartition, TroublePer.ZonePair, SmallWorld.Of(3, 1, "a", "b", "c")));
        Assert.Equal(["a|b", "a|c", "b|c"], zones.Places);
        var cut = Assert.Single(TroubleDraw.Of(zones, 1, 0).At(TimeSpan.Zero, SmallWorld.Of(3, 1, "a")));
        Assert.Contains($"{cut.Zones!.One}|{cut.Zones.Other}", zones.Places);
        var one = SmallWorld.Of(3, 1, "a").Clusters[0] with { Region = "us" };
        var two = SmallWorld.Of(3, 1, "a") with { Clusters = [one, one with { Name = "west" }] };
        var region = Assert.Single(Class(OutageKind.PowerLoss, TroublePer.Region, two));
        Assert.Equal(["east", "west"], TroubleDraw.Of(region, 1, 0).At(TimeSpan.Zero, two).Select(outage => outage.Cluster));
    }

    private static IEnumerable<TroubleClass> Class(OutageKind kind, TroublePer per, Scenario scenario) =>
        TroubleClasses.Of(scenario, [SmallWorld.Rate(per, TimeSpan.FromDays(100), new Constant(1.Hours())) with { Kind = kind }]);

    private static string Text(DrawnTrouble trouble) => string.Join("; ", trouble.Strikes);
}
