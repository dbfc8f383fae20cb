using Simulator.Api;
using Simulator.ControlPlane.Controllers.Serving;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class EndpointsControllerTests
{
    private readonly InstantHost _host = new(new EndpointsController(new EndpointsOptions(), Instant.Start));

    [Fact]
    public void A_pod_moves_between_the_lists_as_it_turns_ready_and_leaves_when_it_is_deleted()
    {
        _host.Put(Service("web"));
        _host.Put(Pod("web-1", "10.0.0.1", "web", ConditionStatus.False));
        Assert.Equal("ready ; not ready 10.0.0.1", Addresses("web"));

        _host.Put(Pod("web-1", "10.0.0.1", "web", ConditionStatus.True));
        Assert.Equal("ready 10.0.0.1; not ready ", Addresses("web"));

        _host.Delete(_host.Get<Pod>("web-1"));
        Assert.Equal("", Addresses("web"));
    }

    [Fact]
    public void The_resync_every_30_s_reads_every_service_and_writes_none()
    {
        _host.Put(Service("a"));
        _host.Put(Service("b"));
        _host.Put(Pod("a-1", "10.0.0.1", "a", ConditionStatus.True));
        _host.Calls.Clear();
        _host.RunUntil(TimeSpan.FromSeconds(60));
        Assert.Equal(["GET Endpoints a", "GET Endpoints b", "GET Endpoints a", "GET Endpoints b"], _host.Calls);
    }

    [Fact]
    public void A_change_of_labels_updates_the_old_service_and_the_new_one()
    {
        _host.Put(Service("a"));
        _host.Put(Service("b"));
        _host.Put(Pod("p", "10.0.0.1", "a", ConditionStatus.True));
        _host.Put(Pod("p", "10.0.0.1", "b", ConditionStatus.True));
        Assert.Equal("", Addresses("a"));
        Assert.Equal("ready 10.0.0.1; not ready ", Addresses("b"));
    }

    [Fact]
    public void A_failed_write_is_tried_again_at_once()
    {
        var failures = 1;
        _host.Fault = request => request is CreateRequest && failures-- > 0 ? ApiResult.Unavailable : ApiResult.Ok;
        _host.Put(Service("web"));
        Assert.Equal(["GET Endpoints web", "POST Endpoints web", "GET Endpoints web", "POST Endpoints web"], _host.Calls);
    }

    [Fact]
    public void The_endpoints_of_a_deleted_service_go_with_it()
    {
        _host.Put(Service("web"));
        _host.Delete(_host.Get<Service>("web"));
        Assert.Empty(_host.All<Endpoints>());
    }

    private static Service Service(string name) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = name },
        Selector = LabelSet.Of(("app", name)),
        Ports = [new ServicePort("http", 80, "TCP", "8080")],
    };

    private static Pod Pod(string name, string ip, string app, ConditionStatus ready) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = name, Labels = LabelSet.Of(("app", app)) },
        Status = new PodStatus { Phase = PodPhase.Running, PodIP = ip, Ready = new Condition(ready, "", null) },
    };

    private string Addresses(string service) => string.Join(" | ", _host.Get<Endpoints>(service).Subsets.Select(subset =>
        $"ready {string.Join(",", subset.Addresses.Select(address => address.Ip))}; not ready "
            + $"{string.Join(",", subset.NotReadyAddresses.Select(address => address.Ip))}"));
}
