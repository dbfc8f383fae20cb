using Simulator.World.Dns;
using Xunit;

namespace Simulator.Tests.World.Dns;

public sealed class NameServersTests
{
    [Fact]
    public void Troubles_of_the_name_servers_overlap()
    {
        var dns = new NameServers();
        dns.GoDown();
        dns.GoDown();
        dns.ComeUp();
        Assert.True(dns.AreDown);
        dns.ComeUp();
        Assert.False(dns.AreDown);
        Assert.Throws<ArgumentOutOfRangeException>(dns.ComeUp);
    }
}
