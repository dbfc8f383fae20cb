using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Running;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling.Framework;

/// <summary>The loop around placements: binding, making room, and who waits for what.</summary>
public sealed class PlacementLoopTests
{
    private static readonly Instant Start = Instant.FromSeconds(10);

    private readonly PlacementLoop _loop = new(SchedulerConfiguration.Default, new PlacementPace());

    [Fact]
    public void A_pod_that_fits_is_bound_when_the_time_of_the_pass_is_over()
    {
        Deliver(NodeFor(milliCpu: 1000));
        Deliver(PodOf("web", 500));
        _loop.Wake(Start);
        Assert.Empty(Requests());
        Assert.NotNull(_loop.NextWake);
        _loop.Wake(Start + TimeSpan.FromSeconds(1));
        Assert.Equal("n1", Assert.IsType<BindRequest>(Assert.Single(Requests())).NodeName);
    }

    [Fact]
    public void A_pod_of_higher_rank_gets_the_room_of_a_lower_one_once_that_has_gone()
    {
        Deliver(NodeFor(milliCpu: 1000));
        var low = PodOf("low", 800) with { Spec = PodOf("low", 800).Spec with { NodeName = "n1" } };
        Deliver(low);
        var high = PodOf("high", 800, priority: 10);
        Deliver(high);
        Pass(Start);
        var requests = Requests();
        Assert.Equal(low.Key, Assert.IsType<DeleteRequest>(requests[0]).Key);
        Assert.Contains(requests, request => request is EventRequest { Reason: "Preempted" });
        var told = Assert.Single(requests.OfType<UpdateStatusRequest>());
        Assert.Equal("n1", ((Pod)told.Object).Status.NominatedNodeName);
        foreach (var request in requests) _loop.Complete(new ApiResponse(request, ApiResult.Ok), Start);

        var later = Start + TimeSpan.FromSeconds(30);
        _loop.Deliver(new WatchEvent(WatchEventType.Deleted, low, low), later);
        Pass(later);
        Assert.Equal(high.Key, Assert.Single(Requests().OfType<BindRequest>()).Pod);
    }

    [Fact]
    public void A_pod_that_fits_nowhere_waits_for_an_event_a_minute_at_most()
    {
        var pod = PodOf("big", 5000);
        Deliver(NodeFor(milliCpu: 1000));
        Deliver(pod);
        Pass(Start);
        foreach (var request in Requests()) _loop.Complete(new ApiResponse(request, ApiResult.Ok), Start);
        Assert.Equal("0/1 nodes are available: 1 Insufficient cpu.", Assert.Single(Notes()));

        // Ticks of 30 s since the start of the process: the first one more than 60 s after the failure.
        Assert.Equal(Instant.FromSeconds(90), _loop.NextTry(pod.Key));
        Deliver(NodeFor(milliCpu: 8000) with { Metadata = new ObjectMeta { Name = "n2" } });
        Pass(Start + TimeSpan.FromSeconds(20));
        Assert.Equal("n2", Assert.Single(Requests().OfType<BindRequest>()).NodeName);
    }

    [Fact]
    public void A_pod_that_is_deleted_while_its_pass_goes_on_does_not_come_back()
    {
        var pod = PodOf("big", 5000);
        Deliver(NodeFor(milliCpu: 1000));
        Deliver(pod);
        _loop.Wake(Start);
        _loop.Deliver(new WatchEvent(WatchEventType.Deleted, pod, pod), Start);
        _loop.Wake(Start + TimeSpan.FromSeconds(1));
        Assert.Empty(_loop.NextTries());
    }

    [Fact]
    public void A_pod_whose_binding_is_refused_since_it_is_gone_is_forgotten()
    {
        var pod = PodOf("web", 500);
        Deliver(NodeFor(milliCpu: 1000));
        Deliver(pod);
        Pass(Start);
        var bind = Assert.Single(Requests().OfType<BindRequest>());
        _loop.Deliver(new WatchEvent(WatchEventType.Deleted, pod, pod), Start);
        _loop.Complete(new ApiResponse(bind, ApiResult.NotFound), Start + TimeSpan.FromSeconds(2));
        Assert.Empty(_loop.NextTries());
        Assert.Empty(_loop.State.Cache.Find("n1")!.Pods);
    }

    private void Pass(Instant now)
    {
        _loop.Wake(now);
        _loop.Wake(now + TimeSpan.FromSeconds(1));
    }

    private void Deliver(ApiObject value) => _loop.Deliver(new WatchEvent(WatchEventType.Added, value, null), Start);

    private List<ApiRequest> Requests()
    {
        var requests = new List<ApiRequest>();
        _loop.TakeRequests(requests);
        return requests;
    }

    private IEnumerable<string> Notes()
    {
        var notes = new List<Simulator.ControlPlane.Scheduling.PlacementNote>();
        _loop.TakeNotes(notes);
        return notes.Select(note => note.Text);
    }

    private static Node NodeFor(long milliCpu) => new()
    {
        Metadata = new ObjectMeta { Name = "n1" },
        Status = new NodeStatus
        {
            Allocatable = ResourceList.Of(
                ("cpu", Quantity.FromMilli(milliCpu)), ("memory", Quantity.FromUnits(1L << 34)), ("pods", Quantity.FromUnits(10))),
        },
    };

    private static Pod PodOf(string name, long milliCpu, int priority = 0) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = "uid-" + name },
        Spec = new PodSpec
        {
            Containers = [new Container { Name = "c", Requests = ResourceList.Of(("cpu", Quantity.FromMilli(milliCpu))) }],
            Placement = new PodPlacement { Priority = priority },
        },
    };
}
