using Simulator.Api;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class ReplicationManagerTests
{
    private readonly InstantHost _host = new(new ReplicationManager(
        new ReplicationOptions(), Instant.Start, ReplicaKind.ReplicationControllers));

    [Fact]
    public void Scales_up_and_reports_what_it_finds()
    {
        _host.Put(Controller("web", replicas: 3));

        Assert.Equal(["web-1", "web-2", "web-3"], _host.All<Pod>().Select(pod => pod.Name));
        Assert.Equal(3, _host.Get<ReplicationController>("web").Status.Replicas);
        Assert.Equal(3, _host.Get<ReplicationController>("web").Status.FullyLabeledReplicas);
        Assert.Equal(["POST Pod", "POST Pod", "POST Pod"], _host.Calls.Take(3));
        Assert.Equal(3, _host.Events.Count(told => told.Reason == "SuccessfulCreate"));
    }

    [Fact]
    public void Pods_share_the_instances_of_their_template()
    {
        _host.Put(Controller("web", replicas: 2));

        var template = _host.Get<ReplicationController>("web").Template;
        Assert.All(_host.All<Pod>(), pod => Assert.Same(template.Labels, pod.Metadata.Labels));
        Assert.All(_host.All<Pod>(), pod => Assert.Same(template.Annotations, pod.Metadata.Annotations));
        Assert.All(_host.All<Pod>(), pod => Assert.Same(template.Spec, pod.Spec));
    }

    [Fact]
    public void Replaces_a_pod_as_soon_as_it_is_marked_for_deletion()
    {
        _host.Put(Controller("web", replicas: 2));
        var pod = _host.Get<Pod>("web-1");
        _host.Put(pod with { Metadata = pod.Metadata with { DeletionTimestamp = _host.Now } });
        Assert.Equal(["web-1", "web-2", "web-3"], _host.All<Pod>().Select(pod => pod.Name));

        _host.Delete(pod);
        Assert.Equal(["web-2", "web-3"], _host.All<Pod>().Select(pod => pod.Name));
    }

    [Fact]
    public void Scales_down_by_the_order_of_victims()
    {
        _host.Put(Controller("web", replicas: 3));
        Start("web-1");
        Start("web-3");
        _host.Put(_host.Get<ReplicationController>("web") with { Replicas = 2 });
        Assert.Equal(["web-1", "web-3"], _host.All<Pod>().Select(pod => pod.Name));
    }

    [Fact]
    public void Does_not_create_again_what_its_watch_has_not_shown()
    {
        _host.Put(Controller("web", replicas: 0));
        _host.IsWatching = false;
        _host.Put(_host.Get<ReplicationController>("web") with { Replicas = 2 });
        _host.IsWatching = true;
        _host.RunUntil(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _host.All<Pod>().Count);
    }

    [Fact]
    public void Distrusts_its_watch_for_five_minutes_only()
    {
        // The created pods are never shown, so the next sync but one, at the ten-minute resync, creates anew.
        _host.Put(Controller("web", replicas: 2));
        var silent = new ReplicationManager(new ReplicationOptions(), Instant.Start, ReplicaKind.ReplicationControllers);
        var controller = _host.Get<ReplicationController>("web");
        silent.Deliver(new WatchEvent(WatchEventType.Added, controller, null), Instant.Start);
        Assert.Equal(2, Answered(silent, Instant.Start));

        silent.Deliver(new WatchEvent(WatchEventType.Modified, controller, controller), Instant.FromSeconds(299));
        Assert.Equal(0, Answered(silent, Instant.FromSeconds(299)));
        silent.Wake(Instant.FromSeconds(600));
        Assert.Equal(2, Answered(silent, Instant.FromSeconds(600)));
    }

    [Fact]
    public void A_failed_creation_is_tried_again_at_once()
    {
        var failures = 2;
        _host.Fault = request => request is CreateRequest && failures-- > 0 ? ApiResult.Unavailable : ApiResult.Ok;
        _host.Put(Controller("web", replicas: 3));
        Assert.Equal(3, _host.All<Pod>().Count);
        Assert.Equal(2, _host.Events.Count(told => told.Reason == "FailedCreate"));
    }

    [Fact]
    public void A_conflict_in_the_status_is_retried_once_on_a_fresh_copy()
    {
        var failures = 1;
        _host.Fault = request => request is UpdateStatusRequest && failures-- > 0 ? ApiResult.Conflict : ApiResult.Ok;
        _host.Put(Controller("web", replicas: 1));
        Assert.Contains(
            "PUT status ReplicationController web, GET ReplicationController web, PUT status ReplicationController web",
            string.Join(", ", _host.Calls));
    }

    [Fact]
    public void Creates_at_most_500_pods_a_sync()
    {
        _host.Put(Controller("web", replicas: 501));
        Assert.Equal(501, _host.All<Pod>().Count);
        Assert.Equal(500, _host.Calls.TakeWhile(call => call == "POST Pod").Count());
    }

    [Fact]
    public void Of_two_controllers_that_overlap_the_older_one_is_woken_by_a_pod()
    {
        var labels = LabelSet.Of(("app", "web"), ("tier", "front"));
        _host.Put(Controller("young", replicas: 0) with
        {
            Selector = LabelSet.Of(("app", "web")),
            Metadata = Meta("young") with { CreationTimestamp = Instant.FromSeconds(9) },
        });
        _host.Put(Controller("old", replicas: 0) with
        {
            Selector = LabelSet.Of(("tier", "front")),
            Metadata = Meta("old") with { CreationTimestamp = Instant.FromSeconds(8) },
        });
        _host.Calls.Clear();
        _host.Put(new Pod { Metadata = Meta("stray") with { Labels = labels } });
        Assert.Equal("DELETE Pod stray", _host.Calls[0]);
        Assert.Equal("old", Assert.Single(_host.Events).Involved.Name);
    }

    private static int Answered(IControlLoop loop, Instant now)
    {
        List<ApiRequest> requests = [];
        var creates = 0;
        do
        {
            requests.Clear();
            loop.TakeRequests(requests);
            creates += requests.Count(request => request is CreateRequest);
            foreach (var request in requests.Where(request => request is not EventRequest))
                loop.Complete(new ApiResponse(request, ApiResult.Ok, (request as CreateRequest)?.Object), now);
        }
        while (requests.Count > 0);
        return creates;
    }

    private static ObjectMeta Meta(string name) => new() { Namespace = "default", Name = name };

    private static ReplicationController Controller(string name, int replicas)
    {
        var labels = LabelSet.Of(("app", name));
        return new ReplicationController
        {
            Metadata = Meta(name),
            Replicas = replicas,
            Selector = labels,
            Template = new PodTemplate { Labels = labels, Annotations = LabelSet.Of(("note", "x")) },
        };
    }

    private void Start(string name)
    {
        var pod = _host.Get<Pod>(name);
        _host.Put(pod with { Spec = pod.Spec with { NodeName = "node" }, Status = new PodStatus { Phase = PodPhase.Running } });
    }
}
