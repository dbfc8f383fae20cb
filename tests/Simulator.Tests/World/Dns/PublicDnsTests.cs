using Simulator.World.Dns;
using Xunit;

namespace Simulator.Tests.World.Dns;

public sealed class PublicDnsTests
{
    private readonly PublicDns _dns = new();

    [Fact]
    public void The_API_and_the_name_servers_fail_by_themselves()
    {
        _dns.TakeApiDown();
        Assert.True(_dns.IsApiDown);
        Assert.False(_dns.AreServersDown);
        _dns.BringApiUp();
        _dns.TakeServersDown();
        _dns.TakeServersDown();
        _dns.BringServersUp();
        Assert.False(_dns.IsApiDown);
        Assert.True(_dns.AreServersDown);
    }

    [Fact]
    public void Slowness_multiplies_and_goes_as_it_came()
    {
        _dns.SlowDown(10);
        _dns.SlowDown(4);
        Assert.Equal(40, _dns.Slowness);
        _dns.Recover(10);
        Assert.Equal(4, _dns.Slowness, 12);
    }
}
