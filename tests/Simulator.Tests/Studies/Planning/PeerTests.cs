using Simulator.Reports.RunSets;
using Simulator.Studies.Files;
using Simulator.Studies.Planning.Search;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

public sealed class PeerTests
{
    private static readonly Scenario Day = new() { Name = "day", Seed = 1, Duration = TimeSpan.FromHours(24), Clusters = [] };

    [Fact]
    public void To_be_as_good_is_to_reach_the_mean()
    {
        var peer = Peer.Of(
            new PeerSpec("day.yaml", Day, ["requests.failed", "availability.users"]),
            [
                Row(("requests.failed", 10), ("availability.users", 0.9), ("cost.total", 24)),
                Row(("requests.failed", 40), ("cost.total", 72)),
            ]);
        Assert.Equal([new Expectation("requests.failed", null, 25), new Expectation("availability.users", 0.9, null)], peer.Objectives);
        Assert.Equal((2, 2.0), (peer.Runs, peer.DollarsAnHour));
    }

    [Fact]
    public void What_it_does_not_have_itself_is_no_standard()
    {
        var problem = Assert.Throws<InvalidDataException>(
            () => Peer.Of(new PeerSpec("day.yaml", Day, ["requests.failed"]), [Row(("cost.total", 24))]));
        Assert.Equal("no run of day.yaml has requests.failed, so that nothing can be held against it", problem.Message);
    }

    private static RunRow Row(params (string Measure, double Value)[] measures) => new()
    {
        Settings = [],
        Seed = "1",
        Digest = "",
        Events = 1,
        Measures = new SortedDictionary<string, double>(
            measures.ToDictionary(pair => pair.Measure, pair => pair.Value), StringComparer.Ordinal),
    };
}
