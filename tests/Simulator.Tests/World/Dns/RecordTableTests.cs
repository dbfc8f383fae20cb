using Simulator.Api;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.World.Dns;
using Xunit;

namespace Simulator.Tests.World.Dns;

/// <summary>The records of a DNS zone: who asks, and who is told of changes.</summary>
public sealed class RecordTableTests
{
    private const string Web = "web.shop.fed.svc.example.com";
    private static readonly TimeSpan Ttl = TimeSpan.FromMinutes(3);

    private readonly RecordTable _table = new();
    private readonly List<string> _changes = [];

    public RecordTableTests() => _table.Changed += _changes.Add;

    [Fact]
    public void A_name_has_addresses_or_a_target_or_does_not_exist()
    {
        Assert.Null(_table.Find(Web));
        _table.Set(RecordSet.Of(Web, Ttl, "198.18.0.1", "198.18.16.1"));
        Assert.Equal(["198.18.0.1", "198.18.16.1"], _table.Find(Web)!.Addresses);
        _table.Set(RecordSet.Alias(Web, Ttl, "other.example.com"));
        Assert.Equal(("other.example.com", 0), (_table.Find(Web)!.Target, _table.Find(Web)!.Addresses.Count));
        _table.Remove(Web);
        Assert.Null(_table.Find(Web));
        Assert.Equal([Web, Web, Web], _changes);
    }

    [Fact]
    public void What_says_the_same_is_no_change()
    {
        _table.Set(RecordSet.Of(Web, Ttl, "198.18.0.1"));
        _table.Set(RecordSet.Of(Web, Ttl, "198.18.0.1"));
        _table.Remove("nobody.example.com");
        Assert.Equal([Web], _changes);
        _table.Set(RecordSet.Of(Web, Ttl * 2, "198.18.0.1"));
        Assert.Equal([Web, Web], _changes);
    }

    [Fact]
    public void A_service_has_a_name_at_each_level()
    {
        var name = new FederatedName(new ObjectKey("shop", "web"), "fed", "example.com");
        Assert.Equal("web.shop.fed.svc.us-east1-b.us-east1.example.com", name.InZone("us-east1-b", "us-east1"));
        Assert.Equal("web.shop.fed.svc.us-east1.example.com", name.InRegion("us-east1"));
        Assert.Equal("web.shop.fed.svc.example.com", name.Global);
    }
}
