using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The key <c>federation</c> of a scenario, and what is said of a wrong one.</summary>
public sealed class FederationScenarioTests
{
    private const string Clusters = """
        scenario: fed
        duration: 10m
        clusters:
          - name: east
            zones: [r1-a]
            nodePools: [{ name: p, machineType: n1-standard-4, count: 2 }]
            controlPlane: { controller-manager: { cloud-provider: gce } }
          - name: west
            zones: [r2-a]
            nodePools: [{ name: p, machineType: n1-standard-4, count: 2 }]
            controlPlane: { controller-manager: { cloud-provider: gce } }

        """;

    [Fact]
    public void Without_members_all_clusters_belong_to_it()
    {
        var federation = Read("federation: { name: myfed, domain: example.org }").Scenario!.Federation!;
        Assert.Equal(["east", "west"], federation.Members);
        Assert.Equal(("myfed", "example.org", FederationMode.Measured), (federation.Name, federation.Domain, federation.Mode));
        Assert.Equal(TimeSpan.FromSeconds(40), federation.ControllerManager.ClusterMonitorPeriod);
        Assert.Equal(TimeSpan.FromSeconds(180), federation.ControllerManager.RecordTtl);
    }

    [Fact]
    public void Flags_dns_and_mode_are_read()
    {
        var federation = Read("""
            federation:
              members: [west]
              home: west
              mode: as-documented
              controller-manager: { cluster-monitor-period: 10s, concurrent-service-syncs: 3 }
              dns: { ttl: 30s, latency: 20ms }
            """).Scenario!.Federation!;
        Assert.Equal(["west"], federation.Members);
        Assert.Equal((FederationMode.AsDocumented, "west"), (federation.Mode, federation.Home));
        Assert.Equal(TimeSpan.FromSeconds(10), federation.ControllerManager.ClusterMonitorPeriod);
        Assert.Equal(TimeSpan.FromSeconds(30), federation.ControllerManager.RecordTtl);
        Assert.Equal(3, federation.ControllerManager.ConcurrentServiceSyncs);
    }

    [Fact]
    public void Clusters_and_services_are_read_as_they_are()
    {
        using var folder = new ScratchFolder();
        folder.Write("east.yaml", """
            apiVersion: federation/v1beta1
            kind: Cluster
            metadata:
              name: east
            spec:
              serverAddressByClientCIDRs:
                - clientCIDR: "0.0.0.0/0"
                  serverAddress: "SERVER_ADDRESS"
              secretRef:
                name: east
            """);
        folder.Write(
            "svc.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: LoadBalancer, ports: [{ port: 80 }] }");
        var file =
            ScenarioReader.Read(folder.Write("s.yaml", Clusters + "federation: { workloads: [{ manifests: [east.yaml, svc.yaml] }] }"));
        Assert.Empty(file.Diagnostics.All);
        var federation = file.Scenario!.Federation!;
        Assert.Equal(["east"], federation.Members);
        var cluster = Assert.Single(federation.Workloads[0].Objects.OfType<Cluster>());
        Assert.Equal(
            ("0.0.0.0/0", "SERVER_ADDRESS", "east"),
            (cluster.ServerAddresses[0].ClientCidr, cluster.ServerAddresses[0].Address, cluster.SecretName));
    }

    [Theory]
    [InlineData("", Severity.Error)]
    [InlineData("members: [east], ", Severity.Remark)]
    public void A_balanced_service_needs_a_cloud_in_every_member(string members, Severity expected)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "svc.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: LoadBalancer, ports: [{ port: 80 }] }");
        var west = Clusters.LastIndexOf("    controlPlane", StringComparison.Ordinal);
        var file = ScenarioReader.Read(folder.Write(
            "s.yaml", $"{Clusters[..west]}federation: {{ {members}workloads: [{{ manifests: [svc.yaml] }}] }}"));
        var told = Assert.Single(file.Diagnostics.All);
        Assert.Equal(expected, told.Severity);
        Assert.Contains(
            "svc.yaml:1:1  Service default/web wants a load balancer, which west cannot give", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Clusters_join_and_leave()
    {
        var operations = Read("""
            federation: { members: [east] }
            operations:
              - { at: 1m, join: west }
              - { at: 2m, leave: east }
            """).Scenario!.Operations;
        Assert.Equal(["join west", "unjoin east"], operations.Select(operation => operation.Title));
        Assert.All(operations, operation => Assert.Equal(FederationSpec.Site, operation.Cluster));
        Assert.IsType<JoinOperation>(operations[0]);
    }

    [Theory]
    [InlineData("federation: { members: [north] }", "no cluster 'north'; the clusters are east, west")]
    [InlineData("federation: { members: [east, east] }", "'east' is a member already; allowed is each cluster once")]
    [InlineData("federation: { home: north }", "no cluster 'north'; the clusters are east, west")]
    [InlineData("federation: { dns: { ttl: -1s } }", "-1s")]
    [InlineData("federation: { domain: Example.com }", "found 'Example.com'; allowed are up to 253 lower-case letters")]
    [InlineData("federation: { mode: hopeful }", "found 'hopeful'; allowed are measured, as-documented")]
    [InlineData("operations: [{ at: 1m, join: west }]", "there is no federation to which a cluster could belong")]
    [InlineData("federation: {}\noperations: [{ at: 1m, join: north }]", "no cluster 'north'; the clusters are east, west")]
    public void What_is_wrong_is_said(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Single(Read(text).Diagnostics.All).ToString(), StringComparison.Ordinal);

    private static ScenarioFile Read(string text)
    {
        using var folder = new ScratchFolder();
        return ScenarioReader.Read(folder.Write("s.yaml", Clusters + text));
    }
}
