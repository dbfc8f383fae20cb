using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class NodeLifecycleTests : IHeartbeats
{
    private readonly NodeLifecycleController _loop;
    private readonly InstantHost _host;
    private readonly Dictionary<string, Instant> _silentSince = [];

    public NodeLifecycleTests()
    {
        _loop = new NodeLifecycleController(new NodeLifecycleOptions(), Instant.Start, new NodeLifecycleHosting { Heartbeats = this });
        _host = new InstantHost(_loop);
        foreach (var name in (string[])["a", "b", "c"])
        {
            _host.Put(Node(name));
            _host.Put(Pod($"{name}-1", name));
        }
    }

    /// <summary>Every 10 s while the node lives, without any write.</summary>
    public Instant? LastHeartbeat(Node node, Instant now)
    {
        var last = _silentSince.TryGetValue(node.Name, out var since) ? since : now;
        return Instant.FromSeconds(Math.Floor(last.SinceStart.TotalSeconds / 10) * 10);
    }

    [Fact]
    public void Healthy_nodes_whose_heartbeats_are_arithmetic_stay_as_they_are()
    {
        _host.RunUntil(TimeSpan.FromMinutes(20));
        Assert.All(_host.Calls, call => Assert.Equal("LIST Node", call));
        Assert.Equal(241, _host.Calls.Count);
    }

    [Fact]
    public void A_silent_node_is_marked_then_evicted_then_cleared_by_force()
    {
        _host.RunUntil(TimeSpan.FromSeconds(60));
        Silence("b");
        _host.Calls.Clear();
        _host.RunUntil(TimeSpan.FromSeconds(105));
        Assert.Equal(["PUT status Node b", "LIST Pod on b", "PUT status Pod b-1"], Writes());
        Assert.False(_host.Get<Pod>("b-1").IsReady);

        _host.RunUntil(TimeSpan.FromSeconds(370));
        Assert.Equal(["LIST Pod on b", "DELETE Pod b-1", "LIST Pod on b"], Writes());
        _host.RunUntil(TimeSpan.FromSeconds(410));
        Assert.Contains("DELETE Pod b-1 now", Writes());
        Assert.Equal(["a-1", "c-1"], _host.All<Pod>().Select(pod => pod.Name));
    }

    [Fact]
    public void No_ready_node_at_all_stops_all_evictions()
    {
        Silence("a", "b", "c");
        _host.RunUntil(TimeSpan.FromMinutes(10));
        List<LifecycleNote> notes = [];
        _loop.TakeNotes(notes);
        Assert.Equal(LifecycleNoteKind.SegmentationOn, Assert.Single(notes).Kind);
        Assert.DoesNotContain(_host.Calls, call => call.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pass_starts_five_seconds_after_the_previous_one_ended()
    {
        var slow = new NodeLifecycleController(new NodeLifecycleOptions(), Instant.Start, new NodeLifecycleHosting { Heartbeats = this });
        List<ApiRequest> requests = [];
        slow.Wake(Instant.Start);
        slow.TakeRequests(requests);
        var list = Assert.IsType<ListRequest>(Assert.Single(requests));
        Assert.Equal(Instant.FromSeconds(0.003), slow.NextWake);
        slow.Complete(new ApiResponse(list, ApiResult.Ok, null, []), Instant.FromSeconds(2));
        slow.Wake(Instant.FromSeconds(2));
        Assert.Equal(Instant.FromSeconds(7), slow.NextWake);
    }

    [Fact]
    public void A_pass_waits_while_the_evictor_holds_its_lock()
    {
        _host.RunUntil(TimeSpan.FromSeconds(60));
        Silence("b");
        _host.RunUntil(TimeSpan.FromSeconds(365));

        // From here on nobody answers: the evictor waits for the list of b's pods, and the next pass for its list of nodes.
        var requests = RunUnanswered(until: TimeSpan.FromSeconds(380));
        var pods = Assert.IsType<ListPodsOnNodeRequest>(requests[0]);
        var nodes = Assert.IsType<ListRequest>(requests[1]);

        _loop.Complete(new ApiResponse(nodes, ApiResult.Ok, null, _host.All<Node>()), Instant.FromSeconds(380));
        Assert.Equal(Instant.FromSeconds(390.003), _loop.NextWake);
        _loop.Complete(new ApiResponse(pods, ApiResult.Ok, null, []), Instant.FromSeconds(382));

        // Freed, the pass has gone on and queued b again, which the evictor would look at in 100 ms.
        Assert.Equal(Instant.FromSeconds(382.1), _loop.NextWake);
    }

    [Fact]
    public void A_poll_that_finds_the_lock_held_runs_when_it_is_free_and_its_next_period_counts_from_there()
    {
        _host.RunUntil(TimeSpan.FromSeconds(60));
        Silence("b");
        _host.RunUntil(TimeSpan.FromSeconds(365));

        // Nobody answers the evictor at first: the terminator's poll, a millisecond after the evictor's, waits for it.
        var list = Assert.IsType<ListPodsOnNodeRequest>(RunUnanswered(until: TimeSpan.FromSeconds(365.25))[0]);
        Answer(list, Instant.FromSeconds(365.25), _host.Get<Pod>("b-1"));
        var delete = Assert.IsType<DeleteRequest>(Assert.Single(Sent()));
        Answer(delete, Instant.FromSeconds(365.27));

        // Its first look at what was just evicted comes in that moment; after idle time there is a token for a second one.
        Fail(Assert.IsType<ListPodsOnNodeRequest>(Assert.Single(Sent())), Instant.FromSeconds(365.4));
        Fail(Assert.IsType<ListPodsOnNodeRequest>(Assert.Single(Sent())), Instant.FromSeconds(365.43));

        // The next token comes at 370 s, and it polls every 100 ms from 365.53 on.
        RunUnanswered(until: TimeSpan.FromSeconds(370.01));
        Assert.Equal(Instant.FromMilliseconds(370_030), _loop.NextWake);
    }

    [Fact]
    public void Nodes_that_fall_due_in_one_pass_leave_first_in_first_out_if_time_moves_within_it()
    {
        Assert.Equal(["d1", "d2", "d3", "d4", "d5"], EvictionsOfOnePass(queueing: TimeSpan.FromMicroseconds(1)));

        // Equal moments leave as Go's heap has them (the recordings were made with a clock that stands still); d1 and d5 queue again
        // meanwhile.
        Assert.Equal(["d1", "d5", "d4", "d2", "d3"], EvictionsOfOnePass(queueing: TimeSpan.Zero));
    }

    [Fact]
    public void Pods_bound_to_a_node_that_does_not_exist_are_removed()
    {
        _host.Put(Pod("lost", "nowhere"));
        _host.RunUntil(TimeSpan.FromSeconds(31));
        Assert.DoesNotContain(_host.All<Pod>(), pod => pod.Name == "lost");
    }

    private static Node Node(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new NodeStatus
        {
            KubeletVersion = "v1.3.10",
            Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True, "", Instant.Start, Instant.Start)],
        },
    };

    private static Pod Pod(string name, string node) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = name },
        Spec = new PodSpec { NodeName = node },
        Status = new PodStatus { Phase = PodPhase.Running, Ready = new Condition(ConditionStatus.True, "", Instant.Start) },
    };

    private void Answer(ApiRequest request, Instant at, params ApiObject[] items) =>
        _loop.Complete(new ApiResponse(request, ApiResult.Ok, null, items), at);

    private void Fail(ApiRequest request, Instant at) => _loop.Complete(new ApiResponse(request, ApiResult.Unavailable), at);

    private List<ApiRequest> Sent()
    {
        List<ApiRequest> requests = [];
        _loop.TakeRequests(requests);
        return [.. requests.Where(request => request is not EventRequest)];
    }

    /// <summary>Five nodes without pods fall silent at once beside a living one.</summary>
    private IReadOnlyList<string> EvictionsOfOnePass(TimeSpan queueing)
    {
        var loop = new NodeLifecycleController(
            new NodeLifecycleOptions(), Instant.Start, new NodeLifecycleHosting { Heartbeats = this, Queueing = queueing });
        var host = new InstantHost(loop);
        host.Put(Node("alive"));
        foreach (var name in (string[])["d1", "d2", "d3", "d4", "d5"])
        {
            host.Put(Node(name));
            _silentSince[name] = Instant.Start;
        }

        host.RunUntil(TimeSpan.FromSeconds(350));
        List<LifecycleNote> notes = [];
        loop.TakeNotes(notes);
        return [.. notes.Where(note => note.Kind == LifecycleNoteKind.NodeEvicted).Take(5).Select(note => note.Node)];
    }

    private List<ApiRequest> RunUnanswered(TimeSpan until)
    {
        List<ApiRequest> requests = [];
        while (_loop.NextWake is { } wake && wake <= Instant.FromStart(until))
        {
            _loop.Wake(wake);
            requests.AddRange(Sent());
        }

        return requests;
    }

    private void Silence(params ReadOnlySpan<string> nodes)
    {
        foreach (var node in nodes) _silentSince.Add(node, _host.Now);
    }

    private List<string> Writes()
    {
        var writes = _host.Calls.Where(call => call != "LIST Node").ToList();
        _host.Calls.Clear();
        return writes;
    }
}
