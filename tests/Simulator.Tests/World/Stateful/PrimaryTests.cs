using Simulator.Engine;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World.Stateful;

public sealed class PrimaryTests
{
    private static readonly StateSpec Spec = new() { Kind = StateKind.PrimaryReplica, FailOver = new Constant(TimeSpan.FromSeconds(30)) };

    private static Ensemble Three(StateSpec? spec = null) => new Ensemble(spec ?? Spec, 3).StartAll();

    [Fact]
    public void Replica_takes_over_after_the_fail_over_time()
    {
        var redis = Three().Run(100).Stop(0).Run(60);
        Assert.Equal(["0 default/zk-0", "100 ", "130 default/zk-1"], redis.Primaries);
        Assert.Equal(["0 Writable 0 0", "100 NoPrimary 100 1", "130 Writable 0 1"], redis.States);
        Assert.Empty(redis.Losses);
    }

    [Fact]
    public void Old_primary_that_is_back_before_goes_on()
    {
        var redis = Three().Run(100).Stop(0).Run(29).Start(0).Run(60);
        Assert.Equal(["0 default/zk-0", "100 ", "129 default/zk-0"], redis.Primaries);
        Assert.Equal(160, redis.Group.Written.TotalSeconds);
    }

    [Fact]
    public void Old_primary_that_is_back_later_follows()
    {
        var redis = Three().Run(100).Stop(0).Run(60).Start(0).Run(60);
        Assert.Equal("default/zk-1", redis.Group.Primary);
        Assert.Equal(["0 InSync 0", "100 Down 0", "160 CatchingUp 3072000", "160.06144 InSync 0"], redis.Of(0));
    }

    [Fact]
    public void Without_fail_over_only_the_old_primary_goes_on()
    {
        var redis = Three(Spec with { FailOver = null }).Run(100).Stop(0).Run(3600).Start(0).Run(1);
        Assert.Equal(["0 default/zk-0", "100 ", "3700 default/zk-0"], redis.Primaries);
    }

    [Fact]
    public void Writes_that_replicas_did_not_have_yet_are_lost_when_one_takes_over()
    {
        var redis = Three(Spec with { ReplicationLag = TimeSpan.FromSeconds(3) }).Run(100).Stop(0).Run(60);
        Assert.Equal(["130 3 s of writes 0"], redis.Losses);
        Assert.Equal(100 - 3 + 30, redis.Group.Written.TotalSeconds);
    }

    [Fact]
    public void Lag_loses_nothing_when_the_old_primary_goes_on_and_no_more_than_was_written()
    {
        var spec = Spec with { ReplicationLag = TimeSpan.FromSeconds(30) };
        Assert.Empty(Three(spec).Run(100).Stop(0).Run(20).Start(0).Run(60).Losses);
        Assert.Equal(["35 5 s of writes 0"], Three(spec).Run(5).Stop(0).Run(60).Losses);
    }

    [Fact]
    public void Most_recent_replica_or_the_lowest_ordinal_takes_over()
    {
        Ensemble Lose(PromoteRule rule) =>
            Three(Spec with { Promote = rule }).Run(50).Stop(1).Run(50).Stop(2).Run(1).Stop(0).Start(1).Start(2).Run(60);
        var recent = Lose(PromoteRule.MostRecent);
        Assert.Equal("default/zk-2", recent.Group.Primary);
        Assert.Equal(["131 1 s of writes 0"], recent.Losses);
        var lowest = Lose(PromoteRule.LowestOrdinal);
        Assert.Equal("default/zk-1", lowest.Group.Primary);
        Assert.Equal(["131 51 s of writes 5"], lowest.Losses);
    }

    [Fact]
    public void Without_a_candidate_the_first_that_comes_takes_over()
    {
        var redis = Three().Run(100).Stop(0, 1, 2).Run(60).Start(2).Run(10);
        Assert.Equal(["0 default/zk-0", "100 ", "160 default/zk-2"], redis.Primaries);
    }

    [Fact]
    public void Primary_that_has_lost_its_disk_is_no_primary_until_it_has_copied_everything()
    {
        var redis = Three(Spec with { FailOver = null }).Run(100).Stop(0).DestroyDisk(0).Run(10).Start(0).Run(60);
        Assert.Equal(["0 default/zk-0", "100 ", "131.474836 default/zk-0"], redis.Primaries);
        Assert.Empty(redis.Losses);
    }

    [Fact]
    public void Replicas_beyond_a_partition_fall_behind_their_primary()
    {
        var redis = Three().Run(100).Cut("a", "c").Run(60).Stop(0).Run(60);
        Assert.Equal(["0 Writable 0 0", "100 Writable 0 1", "160 NoPrimary 100 2", "190 Writable 0 2"], redis.States.Take(4));
        Assert.Equal("default/zk-1", redis.Group.Primary);
    }

    [Fact]
    public void Pod_that_is_no_pet_goes_on_with_the_data_of_the_one_before()
    {
        var db = new Ensemble(Spec with { FailOver = null }, 1);
        db.Group.Join("default/db-abcde", null, "1", "a", Ensemble.Disk(0), () => { });
        db.Run(100).Group.Leave("default/db-abcde", "1");
        db.Run(300).Group.Forget("default/db-abcde");
        db.Group.Join("default/db-fghij", null, "2", "b", Ensemble.Disk(0), () => { });
        Assert.Equal(["0 default/db-abcde", "100 ", "400 default/db-fghij"], db.Run(1).Primaries);
        Assert.Empty(db.Losses);
    }
}
