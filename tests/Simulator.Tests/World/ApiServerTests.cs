using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Xunit;

namespace Simulator.Tests.World;

public sealed class ApiServerTests
{
    private static readonly Instant Now = Instant.FromSeconds(100.7);

    private readonly SimulatedApiServer _server = new(new ObjectStore(), new RandomStream(1));

    [Fact]
    public void Creation_names_the_object_and_cuts_its_time_to_the_second()
    {
        var created = Create(Pod("") with { Metadata = new ObjectMeta { GenerateName = "web-", Namespace = "default" } });
        Assert.Matches("^web-[0-9a-z]{5}$", created.Name);
        Assert.Equal(Instant.FromSeconds(100), created.Metadata.CreationTimestamp);
        Assert.NotEmpty(created.Metadata.Uid);
        Assert.Equal(ApiResult.AlreadyExists, Execute(new CreateRequest(created)).Result);
    }

    [Fact]
    public void A_write_from_an_older_version_is_a_conflict()
    {
        var first = Create(Pod("p"));
        Assert.True(Execute(new UpdateStatusRequest(Running(first))).IsOk);
        Assert.Equal(ApiResult.Conflict, Execute(new UpdateStatusRequest(first)).Result);
    }

    [Fact]
    public void A_change_of_a_pet_set_leaves_its_status_and_a_change_of_the_status_leaves_the_rest()
    {
        var set = (PetSet)Execute(new CreateRequest(Stories.Pets.Set("db", 3))).Object!;
        Execute(new UpdateStatusRequest(set with { Replicas = 9, Status = new PetSetStatus { Replicas = 2 } }));
        var stored = _server.Store.Find<PetSet>("PetSet", set.Key)!;
        Assert.Equal((3, 2), (stored.Replicas, stored.Status.Replicas));
        Execute(new UpdateRequest(stored with { Replicas = 5, Status = new PetSetStatus() }));
        stored = _server.Store.Find<PetSet>("PetSet", set.Key)!;
        Assert.Equal((5, 2), (stored.Replicas, stored.Status.Replicas));
    }

    /// <summary>Federations write replicas so: what the object has made would not be its own any more.</summary>
    [Fact]
    public void Who_writes_without_a_uid_means_the_one_that_is_there()
    {
        var made = (PetSet)Execute(new CreateRequest(Stories.Pets.Set("db", 3))).Object!;
        var metadata = new ObjectMeta { Namespace = made.Namespace, Name = made.Name };
        var written = Execute(new UpdateRequest(made with { Metadata = metadata, Replicas = 5 })).Object!;
        Assert.Equal(made.Metadata.Uid, written.Metadata.Uid);
        Assert.Equal(made.Metadata.CreationTimestamp, written.Metadata.CreationTimestamp);
    }

    [Fact]
    public void Unchanged_bytes_write_nothing()
    {
        var pod = Create(Pod("p"));
        var revision = _server.Store.Revision;
        Assert.True(Execute(new UpdateStatusRequest(pod)).IsOk);
        Assert.Equal(revision, _server.Store.Revision);
    }

    [Fact]
    public void A_second_binding_is_refused()
    {
        Create(Pod("p"));
        var bound = Execute(new BindRequest(new ObjectKey("default", "p"), "n1"));
        Assert.Equal("n1", ((Pod)bound.Object!).NodeName);
        Assert.Equal(ConditionStatus.True, ((Pod)bound.Object!).Status.Scheduled!.Status);
        Assert.Equal(ApiResult.Conflict, Execute(new BindRequest(new ObjectKey("default", "p"), "n2")).Result);
    }

    [Fact]
    public void An_unassigned_pod_is_deleted_at_once_an_assigned_one_with_its_grace()
    {
        Create(Pod("waiting"));
        Execute(new DeleteRequest("Pod", new ObjectKey("default", "waiting")));
        Assert.Null(_server.Store.Find("Pod", new ObjectKey("default", "waiting")));

        Create(Pod("running"));
        Execute(new BindRequest(new ObjectKey("default", "running"), "n1"));
        var marked = (Pod)Execute(new DeleteRequest("Pod", new ObjectKey("default", "running"))).Object!;
        Assert.Equal(Instant.FromSeconds(130), marked.Metadata.DeletionTimestamp);
        Assert.Equal(ApiResult.Conflict, Execute(new BindRequest(new ObjectKey("default", "running"), "n2")).Result);

        Execute(new DeleteRequest("Pod", new ObjectKey("default", "running"), TimeSpan.Zero));
        Assert.Null(_server.Store.Find("Pod", new ObjectKey("default", "running")));
    }

    [Fact]
    public void A_deletion_for_another_uid_is_refused()
    {
        Create(Pod("p"));
        Assert.Equal(ApiResult.Conflict, Execute(new DeleteRequest("Pod", new ObjectKey("default", "p"), TimeSpan.Zero, "other")).Result);
    }

    [Fact]
    public void Pods_of_a_node_are_listed_in_name_order_from_the_binding_on()
    {
        foreach (var name in new[] { "c", "a", "b" }) Create(Pod(name));
        foreach (var name in new[] { "c", "a" }) Execute(new BindRequest(new ObjectKey("default", name), "n1"));
        var listed = Execute(new ListPodsOnNodeRequest("n1")).Items!;
        Assert.Equal("a c", string.Join(' ', listed.Select(pod => pod.Name)));
    }

    [Fact]
    public void While_it_is_down_it_answers_nobody()
    {
        _server.IsUp = false;
        Assert.Equal(ApiResult.Unavailable, Execute(new ListRequest("Pod")).Result);
    }

    /// <summary>Heartbeats are not stored, but they count as writes: who read the node before one loses.</summary>
    [Theory]
    [InlineData(99, ApiResult.Conflict)]
    [InlineData(100, ApiResult.Ok)]
    public void A_status_write_conflicts_with_a_heartbeat_since_the_node_was_read(int readAtSecond, ApiResult expected)
    {
        _server.Heartbeats = new BeatAtSecond100();
        var node = (Node)_server.Store.Put(new Node { Metadata = new ObjectMeta { Name = "n" } });
        var update = new UpdateStatusRequest(node with
        {
            Status = new NodeStatus { KubeletVersion = "v1.3.10" },
        })
        { ReadAt = Instant.FromSeconds(readAtSecond) };
        Assert.Equal(expected, Execute(update).Result);
    }

    private static Pod Pod(string name) =>
        new()
        {
            Metadata = new ObjectMeta { Name = name, Namespace = "default" },
            Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "i" }] },
        };

    private static Pod Running(Pod pod) => pod with { Status = pod.Status with { Phase = PodPhase.Running } };

    private Pod Create(Pod pod) => (Pod)Execute(new CreateRequest(pod)).Object!;

    private ApiResponse Execute(ApiRequest request) => _server.Execute(request, Now);

    private sealed class BeatAtSecond100 : IHeartbeats
    {
        public Instant? LastHeartbeat(Node node, Instant now) => now < Instant.FromSeconds(100) ? null : Instant.FromSeconds(100);
    }
}
