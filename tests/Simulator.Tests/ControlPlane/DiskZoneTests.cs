using Simulator.ControlPlane.Controllers.Volumes;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>In which zone a disk is made.</summary>
public sealed class DiskZoneTests
{
    private static readonly string[] Zones = ["a", "b", "c"];

    /// <summary>Published values of FNV-1 (not 1a): "a" 0x050c5d7e, "foobar" 0x31f0b262, "" 0x811c9dc5.</summary>
    [Theory]
    [InlineData("a", 0x050c5d7eu)]
    [InlineData("foobar", 0x31f0b262u)]
    [InlineData("", 0x811c9dc5u)]
    [InlineData("-5", 0x811c9dc5u + 5)]
    [InlineData("foobar-4", 0x31f0b262u + 4)]
    [InlineData("foobar-4294967295", unchecked(0x31f0b262u - 1))]
    public void Is_the_hash_of_the_name_plus_the_number_behind_it(string claim, uint sum)
    {
        foreach (var count in new[] { 1, 2, 3, 7, 100 })
        {
            string[] zones = [.. Enumerable.Range(0, count).Select(number => $"z{number:000}")];
            Assert.Equal($"z{sum % (uint)count:000}", DiskZone.For(claim, zones));
        }
    }

    [Fact]
    public void Claims_of_a_pet_set_go_round_the_zones()
    {
        var zones = Enumerable.Range(0, 6).Select(number => DiskZone.For($"data-zk-{number}", Zones)).ToList();
        Assert.Equal(Zones, zones.Take(3).Order());
        Assert.Equal(zones.Take(3), zones.Skip(3));
    }

    /// <summary>A number that does not fit 32 bits, or has a sign, is part of the name.</summary>
    [Theory]
    [InlineData("foobar-4294967296")]
    [InlineData("foobar-+1")]
    [InlineData("foobar-x1")]
    public void What_is_no_number_is_hashed_with_the_rest(string claim)
    {
        string[] zones = [.. Enumerable.Range(0, 1000).Select(number => $"z{number:000}")];
        Assert.NotEqual($"z{(0x31f0b262u + 1) % 1000:000}", DiskZone.For(claim, zones));
        Assert.NotEqual($"z{0x31f0b262u % 1000:000}", DiskZone.For(claim, zones));
    }

    [Fact]
    public void Without_zones_it_is_anywhere() => Assert.Equal("", DiskZone.For("data", []));
}
