using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;
using Simulator.Tests.Api;
using Xunit;

namespace Simulator.Tests.ControlPlane;

public sealed class QuotaRuleTests
{
    [Theory]
    [InlineData("pods: 2", "pods: 1", "{}", "pods=2")]
    [InlineData("pods: 1", "pods: 1", "{}", "pods \"p\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1")]
    [InlineData(
        "cpu: 1", "cpu: 800m", "{requests: {cpu: 300m}}",
        "pods \"p\" is forbidden: exceeded quota: q, requested: cpu=300m, used: cpu=800m, limited: cpu=1")]
    [InlineData("cpu: 1, pods: 5", "cpu: 800m, pods: 1", "{requests: {cpu: 200m}}", "cpu=1,pods=2")]
    [InlineData(
        "requests.cpu: 1, limits.cpu: 2", "requests.cpu: 0, limits.cpu: 0", "{requests: {cpu: 200m}, limits: {cpu: 1}}",
        "limits.cpu=1,requests.cpu=200m")]
    [InlineData(
        "requests.memory: 1Gi, limits.memory: 1Gi", "requests.memory: 0, limits.memory: 0", "{requests: {memory: 1Gi}}",
        "pods \"p\" is forbidden: failed quota: q: must specify limits.memory")]
    [InlineData("cpu: 1, memory: 1Gi", "cpu: 0, memory: 0", "{}", "pods \"p\" is forbidden: failed quota: q: must specify cpu,memory")]
    [InlineData("cpu: 1", "", "{requests: {cpu: 100m}}", "pods \"p\" is forbidden: status unknown for quota: q")]
    [InlineData("services: 0", "services: 0", "{}", "")]
    public void Charges_a_pod_or_refuses_it(string hard, string used, string resources, string expected)
    {
        var pod = Documents.One<Pod>(
            $"{{apiVersion: v1, kind: Pod, metadata: {{name: p}}, spec: {{containers: [{{name: c, resources: {resources}}}]}}}}");
        var (verdict, charged) = QuotaRule.Charge(pod, [Quota(hard, used)]);
        Assert.Equal(expected, verdict.IsAdmitted ? string.Join(' ', charged.Select(quota => Shown(quota.Status.Used))) : verdict.Reason);
        Assert.Equal(expected.Contains("forbidden", StringComparison.Ordinal), verdict.Result == ApiResult.Forbidden);
    }

    [Fact]
    public void A_quota_that_nobody_has_counted_holds_nobody_back()
    {
        var quota = Documents.One<ResourceQuota>("{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: 0}}}");
        Assert.True(QuotaRule.Charge(Pod(), [quota]).Verdict.IsAdmitted);
        Assert.False(QuotaRule.Charge(Pod(), [quota with { Status = QuotaCount.StatusOf(quota, []) }]).Verdict.IsAdmitted);
    }

    [Theory]
    [InlineData(QuotaScope.BestEffort, "a")]
    [InlineData(QuotaScope.NotBestEffort, "b c")]
    [InlineData(QuotaScope.Terminating, "c")]
    [InlineData(QuotaScope.NotTerminating, "a b")]
    public void Scopes_choose_the_pods_that_count(QuotaScope scope, string expected)
    {
        var asking = new PodSpec
        {
            Containers = [new Container { Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(1))) }],
        };
        Pod[] pods =
        [
            Pod("a"), Pod("b") with { Spec = asking }, Pod("c") with { Spec = asking with { ActiveDeadline = TimeSpan.FromSeconds(5) } },
        ];
        var quota = new ResourceQuota { Hard = Amounts("pods: 9"), Scopes = [scope] };
        var counted = pods.Where(pod => QuotaCount.StatusOf(quota, [pod]).Used.Value("pods") == 1);
        Assert.Equal(expected, string.Join(' ', counted.Select(pod => pod.Name)));
    }

    [Fact]
    public void Counts_every_kind_that_1_3_counts_and_no_finished_pod()
    {
        var quota = new ResourceQuota
        {
            Hard = Amounts("pods: 9, services: 9, services.loadbalancers: 9, services.nodeports: 9, replicationcontrollers: 9, "
                + "resourcequotas: 9, secrets: 9, configmaps: 9, persistentvolumeclaims: 9"),
        };
        ApiObject[] objects =
        [
            Pod(), Pod() with
            {
                Status = new PodStatus { Phase = PodPhase.Failed },
            }, new Service(), new Service { Type = "NodePort" }, new Service { Type = "LoadBalancer" },
            new ReplicationController(), quota, new Secret(), new ConfigMap(), new PersistentVolumeClaim(), new Deployment(),
        ];
        Assert.Equal(
            "configmaps=1,persistentvolumeclaims=1,pods=1,replicationcontrollers=1,resourcequotas=1,secrets=1,services=3,"
                + "services.loadbalancers=1,services.nodeports=1",
            Shown(QuotaCount.StatusOf(quota, objects).Used));
    }

    [Fact]
    public void Of_two_quotas_the_full_one_refuses_and_the_other_is_not_charged()
    {
        var (verdict, charged) = QuotaRule.Charge(Pod(), [Quota("pods: 5", "pods: 0"), Quota("pods: 1", "pods: 1")]);
        Assert.False(verdict.IsAdmitted);
        Assert.Empty(charged);
    }

    private static Pod Pod(string name = "p") => new() { Metadata = new ObjectMeta { Name = name, Namespace = "default" } };

    private static ResourceQuota Quota(string hard, string used) => new()
    {
        Metadata = new ObjectMeta { Name = "q", Namespace = "default" },
        Hard = Amounts(hard),
        Status = new ResourceQuotaStatus { Hard = Amounts(hard), Used = Amounts(used) },
    };

    private static ResourceList Amounts(string text) => ResourceList.Of(
        text.Split(
            ", ",
            StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(": ")).Select(pair => (
                pair[0], Quantity.Parse(pair[1]))).ToArray());

    private static string Shown(ResourceList amounts) =>
        string.Join(',', amounts.Amounts.ToArray().Select(entry => $"{entry.Key}={entry.Value}"));
}
