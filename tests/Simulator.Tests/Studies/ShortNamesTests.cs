using Simulator.Studies.Axes;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies;

public sealed class ShortNamesTests
{
    [Theory]
    [InlineData("clusters[0].nodePools[0].count", "count")]
    [InlineData("clusters[0].nodePools[0].count duration", "count duration")]
    [InlineData("clusters[0].nodePools[0].count clusters[0].nodePools[1].count", "nodePools[0].count nodePools[1].count")]
    [InlineData(
        "clusters[0].nodePools[0].count clusters[1].nodePools[0].count", "clusters[0].nodePools[0].count clusters[1].nodePools[0].count")]
    [InlineData("a.x.count b.x.count b.y.count", "a.x.count b.x.count y.count")]
    [InlineData("count pool.count", "count pool.count")]
    [InlineData("workloads[web.v1].labels.'example.com/disk'", "'example.com/disk'")]
    [InlineData("workloads[web.v1]", "workloads[web.v1]")]
    [InlineData("a.'x.count' b.count", "'x.count' count")]
    public void Axes_have_the_shortest_names_that_tell_them_apart(string paths, string names) =>
        Assert.Equal(names, string.Join(' ', ShortNames.Of([.. paths.Split(' ').Select(path => new Axis(path, ["1"]))])));

    [Fact]
    public void Settings_are_told_by_these_names_beside_others_too()
    {
        IReadOnlyList<Setting> both = [new("a.count", "1"), new("b.count", "2")];
        Assert.Equal("a.count=1, b.count=2", ShortNames.Of(both));
        Assert.Equal("b.count 2", ShortNames.Of([both[1]], new[] { "a.count", "b.count" }, " "));
        Assert.Equal("", ShortNames.Of(Array.Empty<Setting>()));
    }
}
