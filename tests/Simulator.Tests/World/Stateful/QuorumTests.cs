using Simulator.World.Specification;
using Simulator.World.Stateful;
using Xunit;

namespace Simulator.Tests.World.Stateful;

/// <summary>100 writes a second of 1 KiB each; 1 GiB of data, copied with 50 MB a second: 21.47 s.</summary>
public sealed class QuorumTests
{
    private static readonly StateSpec Spec = new() { Kind = StateKind.Quorum };

    private static Ensemble Five(StateSpec? spec = null) => new Ensemble(spec ?? Spec, 5).StartAll();

    [Fact]
    public void First_members_are_whole_at_once_and_a_majority_of_them_writes()
    {
        var zk = new Ensemble(Spec, 5);
        for (var i = 0; i < 5; i++) zk.Start(i).Run(10);
        Assert.Equal(["0 NoQuorum 100 4", "10 NoQuorum 100 3", "20 Writable 0 2", "30 Writable 0 1", "40 Writable 0 0"], zk.States);
        Assert.Equal(["default/zk-0", "default/zk-1", "default/zk-2", "default/zk-3", "default/zk-4"], zk.Listening);
        Assert.Equal(30, zk.Group.Written.TotalSeconds);
    }

    [Fact]
    public void Two_of_five_are_not_missed_three_are()
    {
        var zk = Five().Run(100).Stop(0, 3).Run(10);
        Assert.Equal("Writable", zk.Group.State);
        zk.Stop(1).Run(10);
        Assert.Equal(["0 Writable 0 0", "100 Writable 0 2", "110 NoQuorum 100 3"], zk.States);
    }

    [Fact]
    public void Member_that_was_away_copies_what_was_written_meanwhile_at_the_catch_up_rate()
    {
        var zk = Five(Spec with { CatchUpBytesPerSecond = 1024 }).Run(100).Stop(4).Run(60).Start(4).Run(5999);
        Assert.Equal(5, zk.Listening.Count);
        Assert.Equal(MemberState.CatchingUp, zk.StateOf(4));

        // 60 s x 100 writes x 1 KiB at 1 KiB a second.
        Assert.Equal(["0 InSync 0", "100 Down 0", "160 CatchingUp 6144000", "6160 InSync 0"], zk.Run(1).Of(4));
        Assert.Equal(Ensemble.Pod(4), zk.Listening[5]);
    }

    [Fact]
    public void Member_that_is_ready_while_it_catches_up_serves_at_once()
    {
        var zk = Five(Spec with { IsReadyWhileCatchingUp = true }).Run(100).Stop(4).Run(60).Start(4).Run(0);
        Assert.Equal(6, zk.Listening.Count);
        Assert.Equal(MemberState.CatchingUp, zk.StateOf(4));
    }

    [Fact]
    public void Member_without_its_disk_copies_everything_and_nobody_copies_more()
    {
        var zk = Five(Spec with { DataBytes = 100_000_000 }).Run(100).Stop(3, 4).DestroyDisk(4).Run(100_000).Start(3).Start(4).Run(10);
        Assert.Equal(["0 InSync 0", "100 Down 0", "100100 CatchingUp 100000000", "100102 InSync 0"], zk.Of(4));
        Assert.Equal(zk.Of(4), zk.Of(3));
        Assert.Empty(zk.Losses);
    }

    [Fact]
    public void Members_that_missed_nothing_need_nothing()
    {
        var zk = Five().Run(100).Stop(0, 1, 2, 3, 4).Run(3600).Start(4).Run(1);
        Assert.Equal(MemberState.InSync, zk.StateOf(4));
        Assert.Equal("NoQuorum", zk.Group.State);
        zk.Start(0).Start(2).Run(1);
        Assert.Equal(["0 Writable 0 0", "100 NoQuorum 100 5", "3700 NoQuorum 100 4", "3701 Writable 0 2"], zk.States);
    }

    [Fact]
    public void Members_wait_for_one_that_has_the_newest_data()
    {
        var zk = Five().Run(100).Stop(0, 1).Run(50).Stop(2, 3, 4).Run(50).Start(0).Start(1).Run(50);
        Assert.Equal(MemberState.Waiting, zk.StateOf(0));
        zk.Start(4).Run(1);
        Assert.Equal(MemberState.InSync, zk.StateOf(4));
        Assert.Equal(MemberState.InSync, zk.StateOf(0));
        Assert.Equal("Writable", zk.Group.State);
        Assert.Equal(["0 InSync 0", "100 Down 0", "200 CatchingUp 5120000", "250.1024 InSync 0"], zk.Of(0));
        Assert.Empty(zk.Losses);
    }

    [Fact]
    public void Catching_up_begins_anew_when_its_source_goes()
    {
        var zk = new Ensemble(Spec with { Majority = 1 }, 2)
            .StartAll()
            .Run(100)
            .Stop(1)
            .DestroyDisk(1)
            .Run(1)
            .Start(1)
            .Run(20)
            .Stop(0)
            .Run(10);
        Assert.Equal(MemberState.Waiting, zk.StateOf(1));
        zk.Start(0).Run(21);
        Assert.Equal(MemberState.CatchingUp, zk.StateOf(1));
        zk.Run(1);
        Assert.Equal(MemberState.InSync, zk.StateOf(1));
    }

    [Fact]
    public void Majority_that_cannot_know_better_gives_up_what_only_others_have()
    {
        // 0 and 1 fall behind; 2 loses its disk, and 3 and 4, who have everything, stay away.
        var zk = Five().Run(100).Stop(0, 1).Run(50).Stop(2, 3, 4).DestroyDisk(2).Run(10).Start(0).Start(1).Start(2).Run(100);
        Assert.Equal(["160 50 s of writes 5"], zk.Losses);
        Assert.Equal("Writable", zk.Group.State);
        zk.Start(3).Run(10);

        // The third one had everything to copy (21.475 s); since then 78.525 s have been written.
        Assert.Equal(["0 InSync 0", "150 Down 0", "260 CatchingUp 8040977", "260.16082 InSync 0"], zk.Of(3));
    }

    [Fact]
    public void Majority_without_any_data_waits_for_it()
    {
        var zk = Five().Run(100).Stop(0, 1, 2, 3, 4).DestroyDisk(0, 1, 2).Run(10).Start(0).Start(1).Start(2).Run(100);
        Assert.Equal("NoQuorum", zk.Group.State);
        Assert.Empty(zk.Losses);
    }

    [Fact]
    public void What_only_destroyed_copies_had_is_lost()
    {
        var zk = Five().Run(100).Stop(0, 1).Run(50).Stop(2, 3, 4).DestroyDisk(2, 3).Run(5);
        Assert.Empty(zk.Losses);
        zk.DestroyDisk(4).Run(5);
        Assert.Equal(["155 50 s of writes 5"], zk.Losses);
        Assert.Equal(100, zk.Group.Written.TotalSeconds);
    }

    [Fact]
    public void Last_copy_is_lost_once_and_the_next_members_begin_anew()
    {
        var zk = Five().Run(100).Stop(0, 1, 2, 3, 4).DestroyDisk(0, 1, 2, 3, 4).Run(5);
        Assert.Equal(["100 the last copy of all data 1000"], zk.Losses);
        for (var i = 0; i < 5; i++) zk.Start(i);
        zk.Run(0);
        Assert.Equal(5, Enumerable.Range(0, 5).Count(i => zk.StateOf(i) == MemberState.InSync));
        Assert.Single(zk.Losses);
    }

    [Fact]
    public void Side_of_a_partition_with_the_majority_writes_and_the_other_falls_behind()
    {
        // a: 0 and 3, b: 1 and 4, c: 2.
        var zk = Five().Run(100).Cut("a", "b").Cut("a", "c").Run(60);
        Assert.Equal(["0 Writable 0 0", "100 Writable 0 2"], zk.States);
        Assert.Equal(MemberState.Waiting, zk.StateOf(0));
        zk.Mend("a", "b").Run(1);
        Assert.Equal(["0 InSync 0", "100 CatchingUp 0", "160.12288 InSync 0"], zk.Of(3));
    }

    [Fact]
    public void Nobody_writes_when_no_zone_reaches_a_majority()
    {
        var zk = Five().Run(100).Cut("a", "b").Cut("a", "c").Cut("b", "c").Run(60);
        Assert.Equal(["0 Writable 0 0", "100 NoQuorum 100 0"], zk.States);
        zk.Mend("b", "c").Run(1);
        Assert.Equal("Writable", zk.Group.State);
    }

    [Fact]
    public void Younger_life_of_a_name_takes_the_place_of_the_older_one()
    {
        var zk = Five().Run(100).Start(4, "c", new DataPlace("disk other", DataPlaceKind.Volume)).Run(1000);
        Assert.Equal(["0 InSync 0", "100 CatchingUp 1073741824", "121.474836 InSync 0"], zk.Of(4));
        zk.Group.Leave(Ensemble.Pod(4), "1");
        Assert.Equal(MemberState.InSync, zk.Run(1).StateOf(4));
    }

    [Fact]
    public void Flapping_within_a_moment_is_nothing()
    {
        var zk = Five().Run(100).Stop(0, 1, 2).Start(0).Start(1, "b").Start(2, "c").Run(10);
        Assert.Equal(["0 Writable 0 0"], zk.States);
        Assert.Equal(["0 InSync 0"], zk.Of(1));
    }

    [Fact]
    public void Scaled_to_nothing_nothing_is_refused()
    {
        var zk = Five().Run(100).Stop(0, 1, 2, 3, 4);
        zk.Group.Wanted = 0;
        Assert.Equal(["0 Writable 0 0"], zk.Run(10).States);
    }
}
