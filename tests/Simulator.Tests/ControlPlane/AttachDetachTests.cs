using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;
using Simulator.Tests.Stories;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>The attach/detach controller on an API server and a cloud that answer at once.</summary>
public sealed class AttachDetachTests
{
    private const string Data = "kubernetes.io/gce-pd/data";

    private readonly AttachDetachController _controller;
    private readonly InstantHost _host;
    private readonly List<(string Call, double At)> _asked = [];

    /// <summary>What is answered to a kind of request instead of doing it.</summary>
    private readonly Dictionary<Type, ApiResult> _faults = [];

    public AttachDetachTests()
    {
        _controller = new AttachDetachController(new AttachDetachOptions(), Instant.Start, []);
        _host = new InstantHost(_controller) { Fault = Fault };
        _host.Put(Node("n1"));
        _host.Put(Node("n2"));
    }

    [Fact]
    public void A_pod_with_a_node_gets_its_disk_there_and_the_node_is_told()
    {
        _host.RunUntil(TimeSpan.FromSeconds(0.25));
        _host.Put(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromSeconds(5));
        Assert.Equal(["ATTACH data n1", $"PATCH Node n1 [{Data}]"], _host.Calls);

        // On the 100 ms of its passes; the node is told by the pass after.
        Assert.Equal([0.3, 0.4], _asked.Select(asked => asked.At));
        Assert.Null(_controller.NextWake);
    }

    [Fact]
    public void A_disk_behind_a_claim_is_told_by_both_sides_of_the_binding()
    {
        foreach (var item in Disks.Bound("data"))
        {
            _host.Put(item is PersistentVolume volume ? volume with { ClaimRef = volume.ClaimRef! with { Uid = "another" } } : item);
        }
        _host.Put(ClaimPod());
        _host.RunUntil(TimeSpan.FromMinutes(1.5));
        Assert.Empty(_host.Calls);
        _host.Put(Disks.Bound("data")[0]);

        // Nothing but the pod itself brings it up again, or the look that comes every minute.
        _host.RunUntil(TimeSpan.FromSeconds(119.9));
        Assert.Empty(_host.Calls);
        _host.RunUntil(TimeSpan.FromSeconds(121));
        Assert.Equal("ATTACH data n1", _host.Calls[0]);
    }

    [Fact]
    public void A_disk_that_nobody_wants_or_uses_is_taken_out_of_the_report_asked_for_and_detached()
    {
        AttachAndUse();
        _host.Delete(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(5));
        Assert.Empty(_host.Calls);
        _host.Put(Node("n1"));
        _host.RunUntil(TimeSpan.FromMinutes(5.1));
        Assert.Equal(["PATCH Node n1 []", "GET Node n1", "DETACH data n1"], _host.Calls);
        Assert.Null(_controller.NextWake);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_more_than_six_minutes_it_is_detached_without_asking(bool hasBeenInUse)
    {
        Attach();
        if (hasBeenInUse) _host.Put(Node("n1", Data));
        _host.Calls.Clear();
        _asked.Clear();
        _host.Delete(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(10));
        Assert.Equal(["PATCH Node n1 []", "DETACH data n1"], _host.Calls);

        // Deleted at 10 s; the pass that finds exactly six minutes waits for the next.
        Assert.Equal(370.1, _asked[0].At, 0.001);
        List<DiskNote> notes = [];
        _controller.TakeNotes(notes);
        Assert.Equal([new DiskNote("data", "n1", TimeSpan.FromSeconds(360.1))], notes);
    }

    [Fact]
    public void A_node_that_uses_it_after_all_keeps_it_and_is_told_so_again()
    {
        AttachAndUse();
        _host.Put(Node("n1"));
        _host.IsWatching = false;
        _host.Put(Node("n1", Data) with { Status = new NodeStatus { VolumesInUse = [Data], VolumesAttached = [Data] } });
        _host.IsWatching = true;
        _host.Calls.Clear();
        _asked.Clear();
        var isRead = false;
        _host.Fault = request =>
        {
            if (request is GetRequest) isRead = true;
            return Fault(request);
        };
        _host.IsWatching = false;
        Deliver(WatchEventType.Deleted, Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromSeconds(11));
        Assert.True(isRead);
        Assert.Equal(["PATCH Node n1 []", "GET Node n1", $"PATCH Node n1 [{Data}]"], _host.Calls.Take(3));
        Assert.DoesNotContain("DETACH data n1", _host.Calls);
    }

    [Fact]
    public void Without_the_report_nothing_is_detached()
    {
        AttachAndUse();
        _host.Put(Node("n1"));
        _faults[typeof(PatchVolumesAttachedRequest)] = ApiResult.Unavailable;
        _host.Delete(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromSeconds(11));
        Assert.All(_host.Calls, call => Assert.Equal("PATCH Node n1 []", call));

        // Eleven passes, each of which tries before the detach and at its end.
        Assert.Equal(22, _host.Calls.Count);
        _faults.Clear();
        _host.RunUntil(TimeSpan.FromSeconds(12));
        Assert.Equal("DETACH data n1", _host.Calls[^1]);
    }

    [Fact]
    public void A_node_without_an_object_needs_no_report()
    {
        AttachAndUse();
        _host.Delete(Node("n1"));
        _host.Delete(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(10));
        Assert.Equal(["PATCH Node n1 []", "DETACH data n1"], _host.Calls);
    }

    [Fact]
    public void Refused_attaches_come_again_after_half_a_second_doubling_to_two_minutes()
    {
        _faults[typeof(AttachDiskRequest)] = ApiResult.Invalid;
        _host.Put(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(10));
        var gaps = _asked.Zip(_asked.Skip(1), (left, right) => right.At - left.At).ToList();
        double[] expected = [0.6, 1.1, 2.1, 4.1, 8.1, 16.1, 32.1, 64.1, 120.1, 120.1, 120.1];
        Assert.Equal(expected, gaps.Select(gap => Math.Round(gap, 3)));
    }

    [Fact]
    public void Failing_attaches_elsewhere_hold_up_the_forced_detach()
    {
        AttachAndUse();
        _faults[typeof(AttachDiskRequest)] = ApiResult.Invalid;
        _host.Put(Pod("q", "n2"));
        _host.Delete(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(9));
        var detach = _asked.Single(asked => asked.Call.StartsWith("DetachDisk", StringComparison.Ordinal)).At;
        var last = _asked.Last(asked => asked.Call.StartsWith("AttachDisk", StringComparison.Ordinal) && asked.At < detach).At;
        Assert.InRange(detach, 370.1, 370.1 + 120.1);
        Assert.Equal(120.1, detach - last, 0.001);
    }

    [Fact]
    public void Wanted_again_it_stays_and_its_time_begins_anew()
    {
        AttachAndUse();
        _host.Delete(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(5));
        _host.Put(Pod("q", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(6));
        _host.Delete(Pod("q", "n1"));
        _host.RunUntil(TimeSpan.FromMinutes(11.9));
        Assert.Empty(_host.Calls);
        _host.RunUntil(TimeSpan.FromMinutes(12.1));
        Assert.Equal("DETACH data n1", _host.Calls[^1]);
    }

    [Fact]
    public void A_claim_that_went_before_its_pod_is_given_up_at_the_look_of_every_minute()
    {
        foreach (var item in Disks.Bound("data")) _host.Put(item);
        _host.Put(ClaimPod());
        _host.RunUntil(TimeSpan.FromSeconds(10));
        _host.Put(Node("n1", Data));
        _host.Put(Node("n1"));
        _host.Delete(Disks.Bound("data")[1]);
        _host.Delete(ClaimPod());
        _host.Calls.Clear();
        _host.RunUntil(TimeSpan.FromSeconds(59.9));
        Assert.Empty(_host.Calls);
        _host.RunUntil(TimeSpan.FromSeconds(60.2));
        Assert.Equal("DETACH data n1", _host.Calls[^1]);
    }

    [Fact]
    public void What_an_earlier_process_attached_and_nobody_wants_is_left_alone()
    {
        _host.Put(Node("n1") with { Status = new NodeStatus { VolumesAttached = [Data] } });
        _host.RunUntil(TimeSpan.FromHours(1));
        Assert.Empty(_host.Calls);
    }

    private void Attach()
    {
        _host.Put(Pod("p", "n1"));
        _host.RunUntil(TimeSpan.FromSeconds(10));
        _host.Calls.Clear();
        _asked.Clear();
    }

    private void AttachAndUse()
    {
        Attach();
        _host.Put(Node("n1", Data));
    }

    private void Deliver(WatchEventType type, ApiObject item) => _controller.Deliver(new WatchEvent(type, item, item), _host.Now);

    private ApiResult Fault(ApiRequest request)
    {
        _asked.Add((request.GetType().Name, _host.Now.SinceStart.TotalSeconds));
        return _faults.GetValueOrDefault(request.GetType(), ApiResult.Ok);
    }

    private static Node Node(string name, params string[] inUse) =>
        new() { Metadata = new ObjectMeta { Name = name }, Status = new NodeStatus { VolumesInUse = inUse } };

    private static Pod Pod(string name, string node) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = $"uid-{name}" },
        Spec = new PodSpec
        {
            NodeName = node,
            Volumes = [new Volume { Name = "data", GcePersistentDisk = new GcePersistentDisk("data", ReadOnly: false) }],
        },
    };

    private static Pod ClaimPod()
    {
        var pod = Pod("p", "n1");
        return pod with { Spec = pod.Spec with { Volumes = [new Volume { Name = "data", ClaimName = "data" }] } };
    }
}
