using Simulator.Api;
using Simulator.ControlPlane.Controllers.Serving.Cached;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>What 1.20's endpoints controller does otherwise than that of 1.3.10.</summary>
public sealed class CachedEndpointsControllerTests
{
    private readonly InstantHost _host = new(new CachedEndpointsController(new CachedEndpointsOptions(), Instant.Start));

    [Fact]
    public void It_reads_nothing_before_it_writes_and_looks_at_nothing_without_a_cause()
    {
        _host.Put(Service);
        _host.Put(Pod(1));
        _host.Put(Pod(1) with { Status = Pod(1).Status with { Phase = PodPhase.Unknown } });
        _host.RunUntil(TimeSpan.FromMinutes(5));
        Assert.Equal(["POST Endpoints web", "PUT Endpoints web"], _host.Calls);
    }

    [Fact]
    public void Finished_pods_leave_and_a_failed_write_comes_again_after_5_ms()
    {
        var failures = 1;
        _host.Put(Service);
        _host.Put(Pod(1));
        _host.Fault = _ => failures-- > 0 ? ApiResult.Conflict : ApiResult.Ok;
        var done = Pod(1) with { Spec = new PodSpec { RestartPolicy = "Never" } };
        _host.Put(done with
        {
            Status = done.Status with { Phase = PodPhase.Succeeded, Ready = new Condition(ConditionStatus.False, "", null) },
        });
        Assert.Equal("10.0.0.1", Addresses());
        _host.RunUntil(TimeSpan.FromMilliseconds(5));
        Assert.Equal("", Addresses());
    }

    [Fact]
    public void The_field_publishes_pods_that_are_not_ready_and_the_annotation_stands_before_it()
    {
        var unready = Pod(1) with { Status = Pod(1).Status with { Ready = new Condition(ConditionStatus.False, "", null) } };
        _host.Put(unready);
        _host.Put(Service with { PublishNotReadyAddresses = true });
        Assert.Equal("10.0.0.1", Addresses());
        var annotations = LabelSet.Of((WellKnownAnnotations.TolerateUnreadyEndpoints, "false"));
        _host.Put(Service with { PublishNotReadyAddresses = true, Metadata = Service.Metadata with { Annotations = annotations } });
        Assert.Equal("", Addresses());
    }

    [Fact]
    public void Changes_of_pods_are_gathered_for_as_long_as_the_flag_says()
    {
        var options = new CachedEndpointsOptions { BatchPeriod = TimeSpan.FromSeconds(2) };
        var host = new InstantHost(new CachedEndpointsController(options, Instant.Start));
        host.Put(Service);
        host.Put(Pod(1));
        host.Put(Pod(2));
        host.RunUntil(TimeSpan.FromSeconds(1.9));
        Assert.Equal(["POST Endpoints web"], host.Calls);
        host.RunUntil(TimeSpan.FromSeconds(2));
        Assert.Equal(["POST Endpoints web", "PUT Endpoints web"], host.Calls);
    }

    private static Service Service { get; } = new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "web" },
        Selector = LabelSet.Of(("app", "web")),
        Ports = [new ServicePort("http", 80, "TCP", "8080")],
    };

    private static Pod Pod(int number) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = $"p{number}", Labels = LabelSet.Of(("app", "web")) },
        Status = new PodStatus
        {
            Phase = PodPhase.Running,
            PodIP = $"10.0.0.{number}",
            Ready = new Condition(ConditionStatus.True, "", null),
        },
    };

    private string Addresses() =>
        string.Join(' ', _host.Get<Endpoints>("web").Subsets.SelectMany(subset => subset.Addresses).Select(address => address.Ip));
}
