using Simulator.World.Network;
using Xunit;

namespace Simulator.Tests.World.Network;

public sealed class RegionNetworkTests
{
    private readonly RegionNetwork _network = new();

    [Fact]
    public void A_cut_has_a_direction()
    {
        _network.Cut("us", "eu");
        Assert.False(_network.Reaches("us", "eu"));
        Assert.True(_network.Reaches("eu", "us"));
        Assert.True(_network.Reaches("us", "us"));
    }

    [Fact]
    public void Cuts_overlap_and_each_is_mended()
    {
        _network.Cut("us", "eu");
        _network.Cut("us", "eu");
        _network.Mend("us", "eu");
        Assert.False(_network.Reaches("us", "eu"));
        _network.Mend("us", "eu");
        Assert.True(_network.Reaches("us", "eu"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _network.Mend("us", "eu"));
    }
}
