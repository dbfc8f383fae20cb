using CsCheck;
using Simulator.Api;
using Simulator.World.Etcd;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>Locks and elections on leases and transactions.</summary>
public sealed class EtcdElectionTests
{
    private static readonly TimeSpan Ttl = TimeSpan.FromSeconds(10);

    [Fact]
    public void Leaders_follow_each_other_in_the_order_in_which_they_stood()
    {
        var store = new MvccStore<string>();
        var election = new EtcdElection(store, "election");
        var leases = Enumerable.Range(0, 3).Select(_ => store.Leases.Grant(Ttl, Instant.Start)).ToList();
        Assert.True(election.Campaign(leases[2], "third"));
        Assert.False(election.Campaign(leases[0], "first"));
        Assert.False(election.Campaign(leases[1], "second"));
        Assert.False(election.Campaign(leases[0], "again"));
        Assert.True(election.Proclaim(leases[2], "third and better"));
        Assert.False(election.Proclaim(leases[1], "not yet"));
        Assert.Equal("third and better", election.Leader!.Value);

        store.Leases.Revoke(leases[2]);
        Assert.Equal("first", election.Leader!.Value);
        election.Resign(leases[0]);
        Assert.True(election.IsLeader(leases[1]));
        election.Resign(leases[1]);
        Assert.Null(election.Leader);
    }

    /// <summary>
    /// Whatever clients do and whoever dies: one holder at most, and it is the one that has waited longest of those that live.
    /// </summary>
    [Fact]
    public void A_lock_is_held_by_who_asked_first_of_those_that_live() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], (what, who) => (what, who)).Array[1, 80].Sample(steps =>
        {
            var store = new MvccStore<string>();
            var held = new EtcdLock(store, "lock");
            var leases = Enumerable.Range(0, 5).Select(_ => store.Leases.Grant(Ttl, Instant.Start)).ToArray();
            var waiting = new List<long>();
            var now = Instant.Start;
            foreach (var (what, who) in steps)
            {
                var lease = leases[who];
                if (what == 0 && store.Leases.IsAlive(lease))
                {
                    if (!waiting.Contains(lease)) waiting.Add(lease);
                    Assert.Equal(waiting[0] == lease, held.Lock(lease));
                }
                else if (what == 1)
                {
                    held.Unlock(lease);
                    waiting.Remove(lease);
                }
                else if (what == 2)
                {
                    store.Leases.KeepAlive(lease, now);
                }
                else
                {
                    now += TimeSpan.FromSeconds(3);
                    store.Leases.Expire(now);
                    waiting.RemoveAll(candidate => !store.Leases.IsAlive(candidate));
                }

                Assert.Equal(waiting.FirstOrDefault(), held.Holder);
            }
        });
}
