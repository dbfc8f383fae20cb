using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

public sealed class CacheTests
{
    private readonly SchedulerCache _cache = new();

    public CacheTests() => _cache.SetNode(SmallCluster.Node("n"));

    private long Requested => _cache.Find("n")?.RequestedMilliCpu ?? 0;

    [Fact]
    public void An_assumption_counts_at_once_and_expires_after_thirty_seconds()
    {
        Assert.True(_cache.Assume(SmallCluster.Pod("p", "cpu=3", "n"), Instant.Start));
        Assert.Equal(3, Requested);
        _cache.ExpireAssumed(Instant.FromSeconds(30));
        Assert.Equal(3, Requested);
        _cache.ExpireAssumed(Instant.FromSeconds(30.001));
        Assert.Equal(0, Requested);
    }

    [Fact]
    public void A_watch_event_confirms_an_assumption_for_good()
    {
        _cache.Assume(SmallCluster.Pod("p", "cpu=3", "n"), Instant.Start);
        _cache.AddPod(SmallCluster.Pod("p", "cpu=3", "n"));
        _cache.ExpireAssumed(Instant.FromSeconds(60));
        Assert.Equal(3, Requested);
    }

    [Fact]
    public void A_pod_deleted_before_its_confirmation_stays_until_it_expires()
    {
        _cache.Assume(SmallCluster.Pod("p", "cpu=3", "n"), Instant.Start);
        _cache.RemovePod(new ObjectKey("default", "p"));
        Assert.Equal(3, Requested);
    }

    [Fact]
    public void Assuming_a_known_pod_changes_nothing()
    {
        _cache.AddPod(SmallCluster.Pod("p", "cpu=3", "n"));
        Assert.False(_cache.Assume(SmallCluster.Pod("p", "cpu=5", "n"), Instant.Start));
        Assert.Equal(3, Requested);
    }

    [Fact]
    public void A_node_that_comes_back_finds_its_pods_again()
    {
        _cache.AddPod(SmallCluster.Pod("p", "cpu=3", "n"));
        _cache.RemoveNode("n");
        Assert.Empty(_cache.Nodes);
        _cache.SetNode(SmallCluster.Node("n"));
        Assert.Equal(3, Requested);
    }

    [Fact]
    public void Nodes_are_ranked_in_descending_byte_order_of_names()
    {
        foreach (var name in new[] { "a", "B", "c" }) _cache.SetNode(SmallCluster.Node(name));
        Assert.Equal("n c a B", string.Join(' ', _cache.Nodes.Select(node => node.Name)));
    }

    [Fact]
    public void Candidates_are_counted_through_every_change()
    {
        _cache.SetNode(SmallCluster.Node("m", "ready=True"));
        Assert.Equal(2, _cache.CandidateCount);
        _cache.SetNode(SmallCluster.Node("m", "ready=Unknown"));
        Assert.Equal(1, _cache.CandidateCount);
        _cache.RemoveNode("n");
        Assert.Equal(0, _cache.CandidateCount);
    }
}
