using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Stories;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Risk;

/// <summary>How often what goes wrong: read from a file, taken from a scenario, or published.</summary>
public sealed class RatesFileTests
{
    private static readonly Scenario World = SmallWorld.Of(6, 6, "a", "b");

    [Fact]
    public void An_entry_takes_from_the_published_numbers_what_it_does_not_say()
    {
        var rates = Read("rates:\n  - { per: node }\n  - { per: zone, kind: network-cut, aYear: 3, lasts: 15m, share: 0.5 }\n")!;
        Assert.Equal(TimeSpan.FromDays(41), rates[0].Between);
        Assert.Equal((OutageKind.PowerLoss, 0.22), (rates[0].Kind, rates[0].Burst));
        Assert.Equal((OutageKind.NetworkCut, 0.5, 0.0), (rates[1].Kind, rates[1].Share, rates[1].Burst));
        Assert.Equal(TroubleClass.Year / 3, rates[1].Between);
        Assert.Equal(new Constant(15.Minutes()), rates[1].Lasts);
    }

    [Theory]
    [InlineData("- { per: nodes }", "2:12", "rates[0].per: found 'nodes'; did you mean 'node'?")]
    [InlineData("- { per: node, kind: power-los }", "2:24", "rates[0].kind: found 'power-los'; did you mean 'power-loss'?")]
    [InlineData("- { per: node, aYear: -1 }", "2:25", "rates[0].aYear: the number -1 is negative; allowed are numbers above 0")]
    [InlineData("- { per: node, aYear: 0 }", "2:25", "rates[0].aYear: the number 0 is zero: leave the entry out")]
    [InlineData("- { per: node, aYear: 1, between: 3d }", "2:25", "rates[0].aYear: stands beside between; allowed is one of them")]
    [InlineData("- { kind: registry-down, lasts: 1h }", "2:5", "rates[0]: has none of aYear, between, and nobody has published how often")]
    [InlineData("- { kind: registry-down, aYear: 1 }", "2:5", "rates[0]: the key 'lasts' is missing, and nobody has published how long")]
    [InlineData("- { per: node, cluster: west }", "2:27", "rates[0].cluster: no cluster 'west'; the clusters are east")]
    [InlineData("- { per: node, lasts: 0s }", "2:25", "rates[0].lasts: ")]
    [InlineData("- { kind: reboot, per: node, lasts: 5m }", "2:39", "rates[0].lasts: reboot has no duration")]
    [InlineData("- { kind: cloud-down, aYear: 1, lasts: 1h, share: 0.5 }", "2:53", "rates[0].share: cloud-down strikes no machines")]
    [InlineData("- { per: node, factor: 3 }", "2:26", "rates[0].factor: power-loss slows nothing down")]
    [InlineData("- { per: region, aYear: 1 }", "2:5", "rates[0]: the scenario has no regions that power-loss could strike")]
    [InlineData(
        "- { kind: federation-down, aYear: 1, lasts: 1h }", "2:5",
        "rates[0]: the scenario has no federation that federation-down could strike")]
    [InlineData("- { per: node, often: 3 }", "2:18", "rates[0].often: unknown key; allowed are ")]
    public void Wrong_entries_are_told_with_their_place(string entry, string place, string sentence)
    {
        var diagnostics = new Diagnostics();
        Assert.Null(Read($"rates:\n  {entry}\n", diagnostics));
        var error = Assert.Single(diagnostics.Errors).ToString();
        Assert.Contains($":{place}  ", error);
        Assert.Contains(sentence, error);
    }

    [Theory]
    [InlineData("rates: []\n", "the list is empty; allowed is at least one kind of trouble")]
    [InlineData("troubles: []\n", "the key 'rates' is missing")]
    [InlineData("", "the file holds no document")]
    [InlineData("- 1\n", "allowed is a mapping")]
    public void A_file_without_rates_is_refused(string text, string sentence)
    {
        var diagnostics = new Diagnostics();
        Assert.Null(Read(text, diagnostics));
        Assert.Contains(diagnostics.Errors, error => error.ToString().Contains(sentence));
    }

    [Fact]
    public void Every_cluster_has_the_published_troubles_of_the_places_that_it_has()
    {
        var classes = TroubleClasses.Of(World, null);
        Assert.Equal(
            ["east/node/power-loss", "east/powerUnit/power-loss", "east/rack/power-loss", "east/zone/power-loss"],
            classes.Select(all => all.Key));
        Assert.Equal([6, 2, 2, 2], classes.Select(all => all.Places.Count));
        var nodes = classes[0];
        Assert.InRange(nodes.PerYear, 6 * 365.25 / 41 * 0.999, 6 * 365.25 / 41); // less what they are down
    }

    [Fact]
    public void A_scenario_with_random_outages_has_those_and_no_others()
    {
        var random = new RandomOutageSpec
        {
            Cluster = "east",
            Per = PlaceScope.Rack,
            Kind = OutageKind.NetworkCut,
            Between = new Exponential(TimeSpan.FromDays(9)),
            Lasts = new Constant(TimeSpan.FromDays(1)),
        };
        var all = Assert.Single(TroubleClasses.Of(World with { RandomOutages = [random] }, null));
        Assert.Equal("east/rack/network-cut", all.Key);
        Assert.Equal(2 * 365.25 / 10, all.PerYear, 1e-9);
    }

    [Fact]
    public void Two_entries_for_the_same_places_are_two_strata()
    {
        var rates = Read("rates:\n  - { per: zone, share: 0.1, aYear: 1 }\n  - { per: zone, aYear: 0.1 }\n")!;
        Assert.Equal(["east/zone/power-loss", "east/zone/power-loss-2"], TroubleClasses.Of(World, rates).Select(all => all.Key));
    }

    private static IReadOnlyList<TroubleRate>? Read(string text, Diagnostics? diagnostics = null)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        try
        {
            return RatesFile.Read(path, World, diagnostics ?? new Diagnostics());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
