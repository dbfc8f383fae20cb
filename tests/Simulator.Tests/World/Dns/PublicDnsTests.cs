using Simulator.World.Dns;
using Xunit;

namespace Simulator.Tests.World.Dns;

public sealed class PublicDnsTests
{
    [Fact]
    public void Troubles_of_the_name_servers_overlap()
    {
        var dns = new PublicDns();
        dns.TakeServersDown();
        dns.TakeServersDown();
        dns.BringServersUp();
        Assert.True(dns.AreServersDown);
        dns.BringServersUp();
        Assert.False(dns.AreServersDown);
        Assert.Throws<ArgumentOutOfRangeException>(dns.BringServersUp);
    }
}
