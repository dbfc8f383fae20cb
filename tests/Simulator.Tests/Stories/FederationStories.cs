using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Federations of 1.3: what DNS says while clusters come, go, hang and come back.</summary>
public sealed class FederationStories
{
    [Fact]
    public void A_settled_federation_is_in_DNS_and_nothing_happens()
    {
        var fed = new Federated(Federated.Of(3));
        Assert.Equal(("A c1 c2 c3", "A c1 c2", "A c3", "A c2"), (fed.Says(), fed.Says("r1"), fed.Says("r2"), fed.Says("r1-b.r1")));
        fed.RunFor(10.Minutes());
        Assert.Equal("A c1 c2 c3", fed.Says());
        Assert.DoesNotContain(
            fed.Facts, fact => fact.At > TimeSpan.Zero && fact.Kind is ObservationKind.RecordChanged or ObservationKind.RecordRefused);
        Assert.DoesNotContain(fed.Facts, fact => fact.At > TimeSpan.Zero && fact.Kind == ObservationKind.FederationMemberChanged);
    }

    [Fact]
    public void A_new_service_reaches_every_cluster_and_then_DNS()
    {
        var fed = new Federated(Federated.Of(3, hasService: false)).RunFor(1.Minutes());
        fed.Execute(new CreateRequest(Federated.Web));
        fed.RunFor(2.Seconds());
        Assert.All(fed.Run.Clusters, cluster => Assert.NotNull(cluster.Store.Find("Service", Federated.Web.Key)));
        Assert.Equal(
            ("CNAME r1", "CNAME global"), (fed.Says("r1-a.r1"), fed.Says("r1") == "CNAME example.com" ? "CNAME global" : fed.Says("r1")));
        Assert.Equal("", fed.Says());
        fed.RunFor(3.Minutes());
        Assert.Equal(("A c1 c2 c3", "A c1 c2"), (fed.Says(), fed.Says("r1")));
    }

    [Fact]
    public void Pods_that_are_gone_leave_DNS_and_come_back()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Scale("c2", 0);
        fed.RunFor(10.Seconds());
        Assert.Equal(("CNAME r1", "A c1", "A c1 c3"), (fed.Says("r1-b.r1"), fed.Says("r1"), fed.Says()));
        fed.Scale("c2", 2);
        fed.RunFor(20.Seconds());
        Assert.Equal(("A c2", "A c1 c2", "A c1 c2 c3"), (fed.Says("r1-b.r1"), fed.Says("r1"), fed.Says()));
    }

    [Theory]
    [InlineData(FederationMode.Measured, "A c1 c2 c3")]
    [InlineData(FederationMode.AsDocumented, "A c1 c3")]
    public void A_cluster_whose_API_is_down_stays_in_DNS_unless_as_documented(FederationMode mode, string says)
    {
        var fed = new Federated(Federated.Of(3, spec => spec with { Mode = mode })).RunFor(1.Minutes());
        fed.Cluster("c2").ControlPlane.Stop("api-server-0", "test");
        fed.RunFor(1.Minutes());
        Assert.Contains(fed.Facts, fact => fact is { Kind: ObservationKind.FederationMemberChanged, Subject: "c2", Other: "Offline" });
        Assert.Equal(says, fed.Says());
        fed.RunFor(20.Minutes());
        Assert.Equal(says, fed.Says());
    }

    [Fact]
    public void As_documented_a_cluster_that_is_reached_again_is_back_in_DNS()
    {
        var fed = new Federated(Federated.Of(3, spec => spec with { Mode = FederationMode.AsDocumented })).RunFor(1.Minutes());
        fed.Cluster("c2").ControlPlane.Freeze("api-server-0");
        fed.RunFor(1.Minutes());
        Assert.Equal(("A c1 c3", "A c1", "CNAME r1"), (fed.Says(), fed.Says("r1"), fed.Says("r1-b.r1")));
        fed.Cluster("c2").ControlPlane.Thaw("api-server-0");
        fed.RunFor(2.Minutes());
        Assert.Equal(("A c1 c2 c3", "A c2"), (fed.Says(), fed.Says("r1-b.r1")));
    }

    /// <summary>If its node controller looks at the nodes before they have all reported again, which is a matter of phases.</summary>
    [Fact]
    public void A_cluster_that_comes_back_leaves_DNS_for_seconds()
    {
        var histories = Enumerable.Range(1, 6).SelectMany(seed =>
        {
            var fed = new Federated(Federated.Of(3) with { Seed = (ulong)seed }).RunFor(1.Minutes());
            fed.Cluster("c2").ControlPlane.Stop("api-server-0", "test");
            fed.RunFor(100.Seconds());
            var back = fed.Run.Now;
            Assert.Empty(fed.History("", 1.Minutes()));
            fed.Cluster("c2").ControlPlane.Start("api-server-0");
            fed.RunFor(1.Minutes());
            Assert.Equal("A c1 c2 c3", fed.Says());
            return fed.History("r1-b.r1", back);
        });
        Assert.Contains(histories, content => content.StartsWith("CNAME", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cluster_that_hangs_keeps_those_after_it_from_being_looked_at_and_others_from_joining()
    {
        var fed = new Federated(Federated.Of(4, spec => spec with { Members = ["c1", "c2", "c3"] })).RunFor(1.Minutes());
        fed.Cluster("c2").ControlPlane.Freeze("api-server-0");
        fed.Join("c4");
        fed.RunFor(10.Minutes());
        Assert.Empty(fed.Federation.Store.Find<Cluster>("Cluster", new ObjectKey("", "c4"))!.Conditions);
        Assert.Equal("A c1 c2 c3", fed.Says());
        fed.Cluster("c2").ControlPlane.Thaw("api-server-0");
        fed.RunFor(3.Minutes());
        Assert.Contains("c4", fed.Says(), StringComparison.Ordinal);
    }

    /// <summary>
    /// Surprise 5: a manager that starts anew takes over the address of a service that it finds, and gives it to a cluster with addresses
    /// of its own: five tries in 155 s, and it gives up.
    /// </summary>
    [Fact]
    public void After_a_restart_a_service_takes_its_address_to_a_cluster_that_refuses_it()
    {
        var scenario = Federated.Of(4, spec => spec with { Members = ["c1", "c2", "c3"] });
        var fed = new Federated(scenario with
        {
            Clusters = [.. scenario.Clusters.Select((cluster, index) => cluster with
            {
                ApiServer = cluster.ApiServer with { ServiceClusterIpRange = AddressRange.Parse($"10.{index + 1}.0.0/16") },
            })],
        }).RunFor(1.Minutes());
        Assert.Equal("10.2.0.1", fed.Cluster("c2").Store.Find<Service>("Service", Federated.Web.Key)!.ClusterIP);
        fed.Federation.Stop(Federated.Manager, "restart");
        fed.Federation.Start(Federated.Manager);
        fed.RunFor(2.Minutes());
        fed.Join("c4");
        var joined = fed.Run.Now;
        fed.RunFor(10.Minutes());
        Assert.Null(fed.Cluster("c4").Store.Find("Service", Federated.Web.Key));
        var ready = fed.Facts.Last(fact => fact is { Kind: ObservationKind.FederationMemberChanged, Subject: "c4", Other: "Ready" }).At;
        var named = fed.Facts.First(fact => fact.At > joined && fact.Kind == ObservationKind.RecordChanged
            && fact.Subject.Contains("r2-b", StringComparison.Ordinal)).At;
        Assert.InRange((named - ready).TotalSeconds, 155, 158);
    }

    [Fact]
    public void An_unjoined_cluster_stays_in_DNS_and_freezes_it()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Leave("c3");
        fed.RunFor(1.Minutes());
        fed.Scale("c2", 0);
        fed.RunFor(10.Minutes());
        Assert.Equal(("A c1 c2 c3", "A c2"), (fed.Says(), fed.Says("r1-b.r1")));
        Assert.NotNull(fed.Cluster("c3").Store.Find("Service", Federated.Web.Key));
        fed.Join("c3");
        fed.RunFor(2.Minutes());
        Assert.Equal(("A c1 c3", "CNAME r1"), (fed.Says(), fed.Says("r1-b.r1")));
    }

    [Fact]
    public void A_service_that_somebody_deletes_in_one_cluster_is_made_again()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Execute(fed.Cluster("c1"), new DeleteRequest("Service", Federated.Web.Key));
        fed.RunFor(5.Seconds());
        Assert.NotNull(fed.Cluster("c1").Store.Find("Service", Federated.Web.Key));
        Assert.Equal("A c2 c3", fed.Says());
        fed.RunFor(3.Minutes());
        Assert.Equal("A c1 c2 c3", fed.Says());
    }

    [Fact]
    public void A_deleted_service_leaves_CNAMEs_behind()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Execute(new DeleteRequest("Service", Federated.Web.Key));
        fed.RunFor(1.Minutes());
        Assert.All(fed.Run.Clusters, cluster => Assert.Null(cluster.Store.Find("Service", Federated.Web.Key)));
        Assert.Equal(("", "CNAME example.com", "CNAME r1"), (fed.Says(), fed.Says("r1"), fed.Says("r1-a.r1")));
    }

    [Fact]
    public void A_restarted_manager_turns_names_into_CNAMEs_for_moments_and_repairs_them()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Federation.Stop(Federated.Manager, "test");
        fed.Federation.Start(Federated.Manager);
        fed.RunFor(1.Minutes());
        Assert.Contains(fed.History("r1-a.r1", 1.Minutes()), content => content.StartsWith("CNAME", StringComparison.Ordinal));
        Assert.Equal(("A c1 c2 c3", "A c1", "A c3"), (fed.Says(), fed.Says("r1-a.r1"), fed.Says("r2")));
    }

    [Fact]
    public void Workers_of_two_clusters_meet_and_one_waits_five_seconds()
    {
        var slow = Federated.Of(
            3, spec => spec with { Dns = new DnsProviderOptions { Latency = new Constant(TimeSpan.FromMilliseconds(100)) } },
            hasService: false);
        var fed = WithAddressesAtOnce(slow);
        fed.RunFor(4.Seconds());
        Assert.Contains(fed.Facts, fact => fact.Kind == ObservationKind.RecordRefused);
        Assert.NotEqual("A c1 c2 c3", fed.Says());
        fed.RunFor(30.Seconds());
        Assert.Equal("A c1 c2 c3", fed.Says());
    }

    /// <summary>Odd but real: its addresses were seen before anybody knew of the federated service, and are not looked at again.</summary>
    [Fact]
    public void A_service_that_a_cluster_had_before_never_comes_into_DNS()
    {
        var fed = new Federated(Federated.Of(2, hasService: false)).RunFor(1.Minutes());
        fed.Execute(fed.Cluster("c1"), new CreateRequest(Federated.Web));
        fed.RunFor(3.Minutes());
        fed.Execute(new CreateRequest(Federated.Web));
        fed.RunFor(30.Minutes());
        Assert.Equal(("A c2", ""), (fed.Says(), fed.Says("r1-a.r1")));
    }

    [Fact]
    public void A_cluster_that_is_first_seen_offline_has_no_names_of_its_own()
    {
        var fed = new Federated(Federated.Of(3, spec => spec with { Members = ["c1", "c2"] })).RunFor(1.Minutes());
        fed.Cluster("c3").ControlPlane.Stop("api-server-0", "test");
        fed.Join("c3");
        fed.RunFor(1.Minutes());
        fed.Cluster("c3").ControlPlane.Start("api-server-0");
        fed.RunFor(10.Minutes());
        Assert.NotNull(fed.Cluster("c3").Store.Find("Service", Federated.Web.Key));
        Assert.Equal(("", ""), (fed.Says("r2-a.r2"), fed.Says("r2")));
    }

    [Fact]
    public void While_the_manager_is_down_nothing_changes_and_then_all_is_caught_up()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Federation.Stop(Federated.Manager, "test");
        fed.Scale("c2", 0);
        fed.RunFor(5.Minutes());
        Assert.Equal("A c1 c2 c3", fed.Says());
        fed.Federation.Start(Federated.Manager);
        fed.RunFor(1.Minutes());
        Assert.Equal("A c1 c3", fed.Says());
    }

    [Fact]
    public void A_provider_that_is_down_is_asked_again()
    {
        var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
        fed.Federation.Records.GoDown();
        fed.Scale("c2", 0);
        fed.RunFor(20.Seconds());
        Assert.Equal("A c1 c2 c3", fed.Says());
        fed.Federation.Records.ComeUp();
        fed.RunFor(1.Minutes());
        Assert.Equal("A c1 c3", fed.Says());
    }

    [Fact]
    public void Of_addresses_that_come_together_the_status_loses_some_and_DNS_has_all()
    {
        var scenario = Federated.Of(
            3, spec => spec with { Dns = new DnsProviderOptions { Latency = new Constant(TimeSpan.Zero) } }, hasService: false);
        var fed = WithAddressesAtOnce(scenario);
        fed.RunFor(1.Hours());
        Assert.Equal("A c1 c2 c3", fed.Says());
        Assert.InRange(fed.Federation.Store.Find<Service>("Service", Federated.Web.Key)!.LoadBalancerIngress.Count, 1, 2);
    }

    [Fact]
    public void A_federation_is_lost_with_the_cluster_that_houses_it_and_comes_back_with_it()
    {
        var fed = new Federated(Federated.Of(3, spec => spec with { Home = "c1" }) with
        {
            Outages =
            [
                new OutageSpec
                {
                    Kind = OutageKind.PowerLoss,
                    At = 1.Minutes(),
                    For = new Constant(10.Minutes()),
                    Cluster = "c1",
                    Where = new Place(PlaceScope.Cluster),
                },
            ],
        }).RunFor(2.Minutes());
        Assert.False(fed.Federation.IsRunning(Federated.Manager));
        fed.Scale("c2", 0);
        fed.RunFor(5.Minutes());
        Assert.Contains("c2", fed.Says(), StringComparison.Ordinal);
        fed.RunFor(20.Minutes());
        Assert.True(fed.Federation.IsRunning(Federated.Manager));
        Assert.Equal("A c1 c3", fed.Says());
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        string DigestOf()
        {
            var fed = new Federated(Federated.Of(3)).RunFor(1.Minutes());
            fed.Cluster("c1").ControlPlane.Stop("api-server-0", "test");
            return fed.RunFor(10.Minutes()).Run.Digest;
        }

        Assert.Equal(DigestOf(), DigestOf());
    }

    /// <summary>No cloud: the clusters get the addresses of their load balancers by hand, all in one moment.</summary>
    private static Federated WithAddressesAtOnce(Scenario scenario)
    {
        var fed = new Federated(scenario with
        {
            Clusters = [.. scenario.Clusters.Select(cluster => cluster with { ControllerManager = new ControllerManagerOptions() })],
        }).RunFor(1.Minutes());
        fed.Execute(new CreateRequest(Federated.Web));
        fed.RunFor(5.Seconds());
        foreach (var cluster in fed.Run.Clusters)
        {
            var there = cluster.Store.Find<Service>("Service", Federated.Web.Key)!;
            fed.Execute(cluster, new UpdateStatusRequest(there with { LoadBalancerIngress = [$"203.0.113.{cluster.Spec.Name[1]}"] }));
        }

        return fed;
    }
}
