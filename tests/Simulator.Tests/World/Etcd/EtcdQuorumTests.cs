using CsCheck;
using Simulator.Api;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Etcd;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World;

public sealed class EtcdQuorumTests
{
    private readonly Simulation _simulation = new();
    private readonly ObjectStore _store = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void It_answers_as_long_as_a_majority_lives(int members)
    {
        var quorum = Quorum(members);
        for (var alive = members - 1; alive >= 0; alive--)
        {
            quorum.Stop(alive);
            _simulation.RunAll();
            Assert.Equal(alive > members / 2, quorum.IsReady);
        }

        for (var alive = 1; alive <= members; alive++)
        {
            quorum.Start(alive - 1);
            _simulation.RunAll();
            Assert.Equal(alive > members / 2, quorum.IsReady);
        }
    }

    [Fact]
    public void An_election_takes_between_one_and_two_timeouts()
    {
        for (var seed = 1UL; seed < 50; seed++)
        {
            var start = _simulation.Now;
            var quorum = Quorum(3, seed);
            quorum.Stop(0);
            Assert.False(quorum.IsReady);
            _simulation.RunAll();
            Assert.InRange((_simulation.Now - start).TotalSeconds, 1, 2);
            Assert.True(quorum.Leader is 1 or 2);
        }
    }

    /// <summary>
    /// Writes need a majority with the leader, so who is elected must hold all of them, whatever order members died and came back in.
    /// </summary>
    [Fact]
    public void The_leader_has_every_write() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4]).Array[1, 60].Sample(steps =>
    {
        var (simulation, store) = (new Simulation(), new ObjectStore());
        var quorum = new EtcdQuorum(simulation, new EtcdOptions(), 5, new RandomStream(1), () => store.Revision);
        var (held, alive, written) = (new int[5], Enumerable.Repeat(true, 5).ToArray(), 0);
        foreach (var (what, member) in steps)
        {
            if (what == 0) quorum.Stop(member);
            else if (what == 1) quorum.Start(member);
            if (what < 2) alive[member] = what == 1;
            simulation.Run(simulation.Now + TimeSpan.FromSeconds(3));
            if (quorum.Leader is not { } leader) continue;
            Assert.True(alive[leader]);
            Assert.Equal(written, held[leader]);
            store.Put(new Node { Metadata = new ObjectMeta { Name = "n" } });
            written++;
            for (var i = 0; i < 5; i++) held[i] = alive[i] ? written : held[i];
        }
    });

    [Fact]
    public void A_commit_waits_for_the_leader_and_for_the_fastest_others_that_make_a_majority()
    {
        var quorum = Quorum(5);
        quorum.SetSlowness(3, 10);
        quorum.SetSlowness(4, 10);
        Assert.Equal(TimeSpan.Zero, quorum.CommitDelay);
        quorum.SetSlowness(2, 4);
        Assert.Equal(TimeSpan.FromMilliseconds(9), quorum.CommitDelay);
        quorum.SetSlowness(0, 6);
        Assert.Equal(TimeSpan.FromMilliseconds(15), quorum.CommitDelay);
        quorum.Stop(1);
        Assert.Equal(TimeSpan.FromMilliseconds(27), quorum.CommitDelay);
    }

    private EtcdQuorum Quorum(int members, ulong seed = 1) =>
        new(_simulation, new EtcdOptions(), members, new RandomStream(seed), () => _store.Revision);
}
