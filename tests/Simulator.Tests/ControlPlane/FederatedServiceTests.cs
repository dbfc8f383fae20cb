using Simulator.Api;
using Simulator.ControlPlane.Federation;
using Simulator.ControlPlane.Federation.Services;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>The service controller of a federation, call by call.</summary>
public sealed class FederatedServiceTests
{
    private static readonly ObjectKey Web = new("default", "web");

    private readonly ServiceController _loop = new(
        new FederationOptions(), new FederationIdentity("fed", "example.com"), Instant.Start, NameOrder.Instance);

    private Instant _now = Instant.Start;

    /// <summary>With other ranges of addresses the API server refuses what the federation then asks for.</summary>
    [Fact]
    public void A_cluster_that_joins_later_is_asked_for_the_address_that_another_cluster_gave()
    {
        Deliver(Service(""));
        Deliver(Member("c1"));
        Look();
        Answer<GetRequest>("c1", ApiResult.Ok, Service("10.1.0.7"));
        foreach (var dns in Take().OfType<DnsRequest>()) _loop.Complete(new ApiResponse(dns, ApiResult.Unavailable), _now);
        Deliver(Member("c2"));
        Look();
        Answer<GetRequest>("c2", ApiResult.NotFound, null);
        var create = Assert.IsType<CreateRequest>(Assert.Single(Take().OfType<MemberRequest>()).Request);
        Assert.Equal("10.1.0.7", Assert.IsType<Service>(create.Object).ClusterIP);
    }

    /// <summary>Two services of one cluster: in the first second there is one worker of endpoints, then there are two.</summary>
    [Fact]
    public void Workers_of_a_cluster_become_more_every_second()
    {
        Deliver(Service(""));
        Deliver(Service("") with { Metadata = new ObjectMeta { Namespace = "default", Name = "other", ResourceVersion = 1 } });
        Deliver(Member("c1"));
        Take();
        _loop.DeliverFrom("c1", Added(EndpointsOf("web")), _now);
        _loop.DeliverFrom("c1", Added(EndpointsOf("other")), _now);
        Assert.Single(Take().OfType<ListDnsZonesRequest>());
        _now += TimeSpan.FromSeconds(1);
        _loop.Wake(_now);
        Assert.Single(Take().OfType<ListDnsZonesRequest>());
    }

    private static WatchEvent Added(ApiObject value) => new(WatchEventType.Added, value, null);

    private static Service Service(string address) => new()
    {
        Metadata = new ObjectMeta { Namespace = Web.Namespace, Name = Web.Name, ResourceVersion = 1 },
        Type = "LoadBalancer",
        ClusterIP = address,
        Ports = [new ServicePort("", 80, "TCP", "80")],
    };

    private static Endpoints EndpointsOf(string service) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = service, ResourceVersion = 1 },
        Subsets = [new EndpointSubset([new EndpointAddress("10.0.0.1", "p", "u", "")], [], [])],
    };

    private static Cluster Member(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Conditions = [new ClusterCondition("Ready", ConditionStatus.True, "ClusterReady", null, null)],
        Zones = ["a"],
        Region = "r",
    };

    private void Deliver(ApiObject value) => _loop.Deliver(Added(value), _now);

    private void Look()
    {
        _now += TimeSpan.FromSeconds(1);
        _loop.Wake(_now);
    }

    private void Answer<T>(string member, ApiResult result, ApiObject? value)
        where T : ApiRequest
    {
        foreach (var call in Take().OfType<MemberRequest>().Where(call => call.Member == member && call.Request is T))
        {
            _loop.Complete(new ApiResponse(call, result, value), _now);
        }
    }

    private List<ApiRequest> Take()
    {
        var requests = new List<ApiRequest>();
        _loop.TakeRequests(requests);
        return requests;
    }
}
