using Simulator.Api;
using Simulator.ControlPlane.Controllers.Serving.Slices;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class EndpointSliceControllerTests
{
    private readonly InstantHost _host = new(new EndpointSliceController(
        new EndpointSliceOptions { MaxEndpointsPerSlice = 3 }, Instant.Start));

    public EndpointSliceControllerTests()
    {
        foreach (var name in (string[])["n1", "n2"]) _host.Put(new Node { Metadata = new ObjectMeta { Name = name } });
    }

    [Fact]
    public void A_service_without_pods_has_one_slice_without_ports()
    {
        _host.Put(Service("web"));
        var slice = Assert.Single(_host.All<EndpointSlice>());
        Assert.Empty(slice.Endpoints);
        Assert.Empty(slice.Ports);
        Assert.Equal("web", slice.Metadata.Labels[WellKnownLabels.ServiceName]);
        Assert.Equal("Service web True", Text(Assert.Single(slice.Metadata.OwnerReferences!)));
    }

    [Fact]
    public void The_empty_slice_becomes_the_first_one_and_later_ones_are_made_when_it_is_full()
    {
        _host.Put(Service("web"));
        _host.Calls.Clear();
        Start(1, 4);
        Assert.Equal("web-1: 1+ 2+ 3+ | web-2: 4+", Slices());
        Assert.Equal(
            ["PUT EndpointSlice web-1", "PUT EndpointSlice web-1", "PUT EndpointSlice web-1", "POST EndpointSlice"], _host.Calls);
    }

    [Fact]
    public void A_pod_that_is_not_ready_stays_and_one_that_is_deleted_goes()
    {
        _host.Put(Service("web"));
        Start(1, 2);
        _host.Put(Pod(1, ready: ConditionStatus.False));
        Assert.Equal("web-1: 1- 2+", Slices());
        _host.Delete(_host.Get<Pod>("p1"));
        Assert.Equal("web-1: 2+", Slices());
    }

    [Fact]
    public void New_addresses_go_where_something_is_written_anyway_and_else_into_the_fullest_slice_with_room()
    {
        Start(1, 7);
        _host.Put(Service("web"));
        Assert.Equal("web-1: 1+ 2+ 3+ | web-2: 4+ 5+ 6+ | web-3: 7+", Slices());

        // Slice 1 loses one and nothing is new: no other is touched, though all would fit into fewer.
        _host.Delete(_host.Get<Pod>("p2"));
        _host.Delete(_host.Get<Pod>("p3"));
        Assert.Equal("web-1: 1+ | web-2: 4+ 5+ 6+ | web-3: 7+", Slices());
        _host.Delete(_host.Get<Pod>("p5"));
        Assert.Equal("web-1: 1+ | web-2: 4+ 6+ | web-3: 7+", Slices());

        // The fullest of those with room.
        Start(8, 8);
        Assert.Equal("web-1: 1+ | web-2: 4+ 6+ 8+ | web-3: 7+", Slices());

        // One leaves slice 3 and one comes, in one sync: it is written anyway; then it is empty and goes.
        _host.IsWatching = false;
        _host.Delete(_host.Get<Pod>("p7"));
        _host.IsWatching = true;
        _host.Settle();
        Assert.Equal("web-1: 1+ | web-2: 4+ 6+ 8+", Slices());
    }

    [Fact]
    public void Pods_of_other_ports_have_slices_of_their_own()
    {
        _host.Put(Service("web", "http"));
        _host.Put(Pod(1, port: 8080));
        _host.Put(Pod(2, port: 9090));
        _host.Put(Pod(3, port: 8080));
        Assert.Equal("web-1: 1+ 3+ | web-2: 2+", Slices());
        Assert.Equal("8080 9090", string.Join(' ', _host.All<EndpointSlice>().Select(slice => slice.Ports[0].Port)));
    }

    [Fact]
    public void Finished_pods_and_pods_without_an_address_have_no_place()
    {
        _host.Put(Service("web"));
        _host.Put(Pod(1) with { Status = new PodStatus { Phase = PodPhase.Pending } });
        _host.Put(Restarting("Never", Pod(2, ConditionStatus.False), PodPhase.Failed));
        _host.Put(Restarting("OnFailure", Pod(3, ConditionStatus.False), PodPhase.Succeeded));
        _host.Put(Restarting("OnFailure", Pod(4, ConditionStatus.False), PodPhase.Failed));
        _host.Put(Restarting("Always", Pod(5, ConditionStatus.False), PodPhase.Failed));
        Assert.Equal("web-1: 4- 5-", Slices());
    }

    [Fact]
    public void A_service_that_publishes_all_sends_requests_to_pods_that_are_not_ready_or_are_being_deleted()
    {
        _host.Put(Service("web") with { PublishNotReadyAddresses = true });
        _host.Put(Pod(1, ConditionStatus.False));
        var leaving = Pod(2);
        _host.Put(leaving with { Metadata = leaving.Metadata with { DeletionTimestamp = Instant.Start } });
        Assert.Equal("web-1: 1+ 2+", Slices());
    }

    [Fact]
    public void While_a_pod_names_a_node_that_is_gone_nothing_of_its_service_is_written()
    {
        _host.Put(Service("web"));
        _host.Put(Pod(1, node: "n2"));
        _host.Delete(_host.Get<Node>("n2"));
        _host.Put(Pod(2));
        Assert.Equal("web-1: 1+", Slices());
        Assert.Contains(_host.Events, told => told.Message.Contains("node \"n2\" not found", StringComparison.Ordinal));

        // When the pod of the lost node is removed, all is made good at once.
        _host.Delete(_host.Get<Pod>("p1"));
        Assert.Equal("web-1: 2+", Slices());
    }

    [Fact]
    public void A_write_that_failed_comes_again_after_1_2_and_4_seconds()
    {
        var failures = 3;
        _host.Fault = request => request is CreateRequest && failures-- > 0 ? ApiResult.Unavailable : ApiResult.Ok;
        _host.Put(Service("web"));
        foreach (var (seconds, calls) in ((int, int)[])[(0, 1), (1, 2), (2, 2), (3, 3), (6, 3), (7, 4)])
        {
            _host.RunUntil(TimeSpan.FromSeconds(seconds));
            Assert.Equal(calls, _host.Calls.Count);
        }

        Assert.Equal("web-1: ", Slices());
    }

    [Fact]
    public void A_controller_that_is_behind_its_own_writes_leaves_a_slice_too_many_and_mends_it_with_the_next_change()
    {
        _host.IsWatching = false;
        _host.Put(Service("web"));
        _host.Put(Pod(1));
        _host.IsWatching = true;
        _host.Settle();
        Assert.Equal("web-1:  | web-2: 1+", Slices());
        Start(2, 2);
        Assert.Equal("web-2: 1+ 2+", Slices());
    }

    [Fact]
    public void A_slice_that_somebody_else_has_made_is_looked_at_a_second_later()
    {
        _host.Put(Service("web"));
        Start(1, 1);
        var slice = _host.Get<EndpointSlice>("web-1");
        _host.Put(slice with { Metadata = slice.Metadata with { Name = "web-9" } });
        _host.RunUntil(TimeSpan.FromSeconds(0.9));
        Assert.Equal("web-1: 1+ | web-9: 1+", Slices());
        _host.RunUntil(TimeSpan.FromSeconds(1));
        Assert.Equal("web-1: 1+", Slices());
    }

    [Fact]
    public void Slices_of_a_service_that_was_made_anew_are_not_taken_over()
    {
        _host.Put(Service("web"));
        _host.Put(Pod(1));
        var old = _host.Get<EndpointSlice>("web-1");
        _host.Delete(_host.Get<Service>("web"));
        Assert.Equal("web-1: 1+", Slices());
        _host.Put(Service("web") with { Metadata = Service("web").Metadata with { Uid = "another" } });
        Assert.Equal("web-2: 1+", Slices());
        Assert.NotEqual(old.Metadata.OwnerReferences, _host.Get<EndpointSlice>("web-2").Metadata.OwnerReferences);
    }

    /// <summary>What it knows of slices from before hides nothing: one that has just started, and knows nothing, does the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Who_has_just_started_does_the_same(int seed)
    {
        var (dice, compared) = (new Random(seed), 0);
        _host.Put(Service("web"));
        for (var step = 1; step <= 400; step++)
        {
            var anew = Anew();
            var isSame = anew.Calls.Count == 0;
            var change = Change(dice);
            change(_host);
            change(anew);
            _host.RunUntil(TimeSpan.FromHours(step));
            anew.RunUntil(TimeSpan.FromHours(1));
            if (!isSame) continue;
            compared++;
            Assert.True(
                Contents(_host) == Contents(anew), $"step {step}: {Contents(_host)}, and {Contents(anew)} of one that has just started");
        }

        Assert.InRange(compared, 100, 400);
    }

    /// <summary>Another controller, that finds what is there.</summary>
    private InstantHost Anew()
    {
        var anew = new InstantHost(new EndpointSliceController(new EndpointSliceOptions { MaxEndpointsPerSlice = 3 }, Instant.Start));
        anew.NameAfter(_host);
        foreach (var node in _host.All<Node>()) anew.Put(node);
        foreach (var slice in _host.All<EndpointSlice>()) anew.Put(slice);
        foreach (var pod in _host.All<Pod>()) anew.Put(pod);
        anew.Put(_host.Get<Service>("web"));
        return anew;
    }

    private Action<InstantHost> Change(Random dice)
    {
        var number = dice.Next(1, 13);
        var node = dice.Next(2) == 0 ? "n1" : "n2";
        var isReady = dice.Next(3) > 0;
        var pod = _host.All<Pod>().FirstOrDefault(pod => pod.Name == $"p{number}");
        return pod is not null && dice.Next(4) == 0
            ? host => host.Delete(pod)
            : host => host.Put(Pod(number, isReady ? ConditionStatus.True : ConditionStatus.False, node));
    }

    private static string Contents(InstantHost host) =>
        string.Join(" | ", host.All<EndpointSlice>().Select(slice => $"{slice.Name}: {string.Join(' ', slice.Endpoints.Select(Text))}"));

    private static string Text(SliceEndpoint endpoint) => $"{endpoint.TargetPod} {endpoint.IsReady} {endpoint.NodeName}";

    private static Service Service(string name, string target = "8080") => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = name, Uid = $"uid-{name}" },
        Selector = LabelSet.Of(("app", name)),
        Ports = [new ServicePort("http", 80, "TCP", target)],
    };

    private static Pod Pod(int number, ConditionStatus ready = ConditionStatus.True, string node = "n1", int port = 8080) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = "default",
            Name = $"p{number}",
            Uid = $"p{number}",
            Labels = LabelSet.Of(("app", "web")),
        },
        Spec = new PodSpec { NodeName = node, Containers = [new Container { Ports = [new ContainerPort("http", port, 0, "TCP")] }] },
        Status = new PodStatus { Phase = PodPhase.Running, PodIP = $"10.0.0.{number}", Ready = new Condition(ready, "", null) },
    };

    private static Pod Restarting(string policy, Pod pod, PodPhase phase) => pod with
    {
        Spec = pod.Spec with { RestartPolicy = policy },
        Status = pod.Status with { Phase = phase },
    };

    private void Start(int first, int last)
    {
        for (var i = first; i <= last; i++) _host.Put(Pod(i));
    }

    private static string Text(OwnerReference owner) => $"{owner.Kind} {owner.Name} {owner.IsController}";

    /// <summary>The last parts of the addresses: + ready, - not.</summary>
    private string Slices() => string.Join(" | ", _host.All<EndpointSlice>().Select(slice => $"{slice.Name}: " + string.Join(
        ' ', slice.Endpoints.Select(endpoint => $"{endpoint.Ip[(endpoint.Ip.LastIndexOf('.') + 1)..]}{(endpoint.IsReady ? '+' : '-')}"))));
}
