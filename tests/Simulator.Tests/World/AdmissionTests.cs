using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.ApiServer.Admission;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>The API server with the plug-ins of a 1.3 cluster.</summary>
public sealed class AdmissionTests
{
    private static readonly PodSpec Silent = new() { Containers = [new Container { Name = "c", Image = "i" }] };

    private readonly SimulatedApiServer _server;

    public AdmissionTests()
    {
        var store = new ObjectStore();
        _server = new SimulatedApiServer(store, new RandomStream(1))
        {
            Admission = new AdmissionChain(store, KubernetesVersions.Default.AdmissionPlugins),
        };
        store.Put(new Namespace { Metadata = new ObjectMeta { Name = "default" } });
        store.Put(new Namespace { Metadata = new ObjectMeta { Name = "n" } });
    }

    [Fact]
    public void Nothing_is_created_in_a_namespace_that_is_not_there()
    {
        var answer = Create(Pod("p", "nowhere"));
        Assert.Equal((ApiResult.NotFound, "namespaces \"nowhere\" not found"), (answer.Result, answer.Reason));
        Assert.True(Create(new Namespace { Metadata = new ObjectMeta { Name = "nowhere" } }).IsOk);
        Assert.True(Create(Pod("p", "nowhere")).IsOk);
    }

    [Fact]
    public void Nothing_is_created_in_a_namespace_that_goes_away()
    {
        Assert.True(Execute(new DeleteRequest("Namespace", new ObjectKey("", "n"))).IsOk);
        var answer = Create(Pod("p", "n"));
        Assert.Equal(ApiResult.Forbidden, answer.Result);
        Assert.Equal("pods \"p\" is forbidden: Unable to create new content in namespace n because it is being terminated.", answer.Reason);
        Assert.Equal(ApiResult.Conflict, Execute(new DeleteRequest("Namespace", new ObjectKey("", "n"))).Result);
    }

    [Fact]
    public void The_namespace_default_may_not_be_deleted() =>
        Assert.Equal(
            (ApiResult.Forbidden, "namespaces \"default\" is forbidden: this namespace may not be deleted"),
            Refusal(Execute(new DeleteRequest("Namespace", new ObjectKey("", "default")))));

    [Fact]
    public void A_namespace_without_finalizers_is_removed()
    {
        var home = _server.Store.Find<Namespace>("Namespace", new ObjectKey("", "n"))!;
        Assert.True(Execute(new UpdateStatusRequest(home with { Finalizers = [] })).IsOk);
        Assert.True(Execute(new DeleteRequest("Namespace", new ObjectKey("", "n"))).IsOk);
        Assert.Null(_server.Store.Find("Namespace", new ObjectKey("", "n")));
    }

    [Fact]
    public void Pods_of_one_template_share_one_defaulted_spec_until_the_limits_change()
    {
        Create(Limits("l", cpuDefault: 200));
        var (first, second) = ((Pod)Create(Pod("a")).Object!, (Pod)Create(Pod("b")).Object!);
        Assert.Equal(200, first.Spec.Containers[0].Requests.MilliValue(ResourceNames.Cpu));
        Assert.Same(first.Spec, second.Spec);

        Execute(new UpdateRequest(Limits("l", cpuDefault: 300)));
        Assert.Equal(300, ((Pod)Create(Pod("c")).Object!).Spec.Containers[0].Requests.MilliValue(ResourceNames.Cpu));
        Execute(new DeleteRequest("LimitRange", new ObjectKey("n", "l")));
        Assert.Same(Silent, ((Pod)Create(Pod("d")).Object!).Spec);
        Assert.Same(Silent, ((Pod)Create(Pod("e", "default")).Object!).Spec);
    }

    [Fact]
    public void Of_several_limit_ranges_and_quotas_any_comes_first_for_each_pod()
    {
        var store = new ObjectStore();
        var server = new SimulatedApiServer(store, new RandomStream(1))
        {
            Admission = new AdmissionChain(store, KubernetesVersions.Default.AdmissionPlugins, new InTurn()),
        };
        store.Put(new Namespace { Metadata = new ObjectMeta { Name = "n" } });
        store.Put(Limits("l1", cpuDefault: 200));
        store.Put(Limits("l2", cpuDefault: 300));
        var specs = ((string[])["a", "b", "c", "d"])
            .Select(name => ((Pod)server.Execute(new CreateRequest(Pod(name)), default).Object!).Spec)
            .ToList();
        Assert.Equal([200, 300, 200, 300], specs.Select(spec => spec.Containers[0].Requests.MilliValue(ResourceNames.Cpu)));
        Assert.Same(specs[1], specs[3]);

        store.Remove(Limits("l2", cpuDefault: 300));
        store.Put(Counted(new ResourceQuota { Metadata = Meta("q1"), Hard = Pods(0) }));
        store.Put(Counted(new ResourceQuota { Metadata = Meta("q2"), Hard = Pods(0) }));
        var refusals = ((string[])["e", "f"]).Select(name => server.Execute(new CreateRequest(Pod(name)), default).Reason).ToList();
        Assert.Contains("exceeded quota: q1", refusals[0], StringComparison.Ordinal);
        Assert.Contains("exceeded quota: q2", refusals[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pod_outside_the_limits_is_refused()
    {
        Create(new LimitRange { Metadata = Meta("l"), Limits = [new LimitRangeItem { Type = LimitType.Container, Min = Cpu(200) }] });
        Assert.Equal(
            (ApiResult.Forbidden, "pods \"p\" is forbidden: minimum cpu usage per Container is 200m.  No request is specified."),
            Refusal(Create(Pod("p"))));
    }

    [Fact]
    public void Limits_come_before_quotas_so_a_default_satisfies_the_quota()
    {
        Create(Counted(new ResourceQuota { Metadata = Meta("q"), Hard = Cpu(1000) }));
        Assert.Equal("pods \"a\" is forbidden: failed quota: q: must specify cpu", Create(Pod("a")).Reason);
        Create(Limits("l", cpuDefault: 600));
        Assert.True(Create(Pod("a")).IsOk);
        Assert.Equal(
            "pods \"b\" is forbidden: exceeded quota: q, requested: cpu=600m, used: cpu=600m, limited: cpu=1", Create(Pod("b")).Reason);
    }

    [Fact]
    public void A_charge_makes_an_older_count_lose()
    {
        var quota = (ResourceQuota)Create(Counted(new ResourceQuota { Metadata = Meta("q"), Hard = Pods(2) })).Object!;
        Create(Pod("a"));
        Assert.Equal(ApiResult.Conflict, Execute(new UpdateStatusRequest(quota)).Result);
        Assert.Equal(1, Used());
        Create(Pod("a"));
        Assert.Equal(2, Used());
        Assert.Equal(ApiResult.Forbidden, Create(Pod("b")).Result);
    }

    [Fact]
    public void A_user_who_replaces_a_quota_does_not_reset_its_count()
    {
        Create(Counted(new ResourceQuota { Metadata = Meta("q"), Hard = Pods(2) }));
        Create(Pod("a"));
        Execute(new UpdateRequest(new ResourceQuota { Metadata = Meta("q"), Hard = Pods(5) }));
        Assert.Equal(1, Used());
    }

    [Fact]
    public void With_the_service_account_plugin_a_pod_needs_its_account()
    {
        var store = new ObjectStore();
        var server = new SimulatedApiServer(store, new RandomStream(1))
        {
            Admission = new AdmissionChain(store, [AdmissionPlugin.ServiceAccount]),
        };
        var pod = Pod("p") with { Spec = Silent with { ServiceAccountName = "robot" } };
        Assert.Equal(
            "pods \"p\" is forbidden: service account n/robot was not found, retry after the service account is created",
            server.Execute(new CreateRequest(pod), default).Reason);
        store.Put(new ServiceAccount { Metadata = Meta("robot") });
        Assert.True(server.Execute(new CreateRequest(pod), default).IsOk);
        Assert.True(server.Execute(new CreateRequest(Pod("q")), default).IsOk);
    }

    [Fact]
    public void A_collection_is_deleted_in_one_call_and_only_in_its_namespace()
    {
        Create(Pod("a"));
        Create(Pod("b"));
        Create(Pod("a", "default"));
        Assert.True(Execute(new DeleteCollectionRequest("Pod", "n")).IsOk);
        Assert.Equal("default/a", Assert.Single(_server.Store.List("Pod")).Key.ToString());
        Assert.Single(Execute(new ListRequest("Pod", "default")).Items!);
        Assert.Empty(Execute(new ListRequest("Pod", "n")).Items!);
    }

    private long Used() => _server.Store.Find<ResourceQuota>("ResourceQuota", new ObjectKey("n", "q"))!.Status.Used.Value("pods");

    private static (ApiResult Result, string Reason) Refusal(ApiResponse answer) => (answer.Result, answer.Reason);

    private static ResourceQuota Counted(ResourceQuota quota) => quota with { Status = QuotaCount.StatusOf(quota, []) };

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = "n" };

    private static ResourceList Cpu(long milli) => ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milli)));

    private static ResourceList Pods(long count) => ResourceList.Of((ResourceNames.Pods, Quantity.FromUnits(count)));

    private static LimitRange Limits(string name, long cpuDefault) => new()
    {
        Metadata = Meta(name),
        Limits = [new LimitRangeItem { Type = LimitType.Container, Default = Cpu(cpuDefault), DefaultRequest = Cpu(cpuDefault) }],
    };

    private static Pod Pod(string name, string home = "n") =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = home }, Spec = Silent };

    private ApiResponse Create(ApiObject value) => Execute(new CreateRequest(value));

    private ApiResponse Execute(ApiRequest request) => _server.Execute(request, Instant.FromSeconds(100));

    private sealed class InTurn : IMapOrder
    {
        private int _asked;

        public int First(int count) => _asked++ % count;
    }
}
