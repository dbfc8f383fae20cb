using Simulator.World.Specification;
using Simulator.World.Stateful;
using Xunit;

namespace Simulator.Tests.World.Stateful;

/// <summary>Share i lies on members i, i + 1, ... of the ring.</summary>
public sealed class ShardTests
{
    private static readonly StateSpec Spec = new() { Kind = StateKind.Sharded, Copies = 3, DataBytes = 500_000_000 };

    private static Ensemble Six(StateSpec? spec = null) => new Ensemble(spec ?? Spec, 6).StartAll().Run(100);

    [Fact]
    public void Share_is_missed_when_all_its_copies_are()
    {
        Assert.Equal("100 Writable 0 2", Six().Stop(0, 1).Run(1).States.Last());
        Assert.Equal("100 Writable 0 3", Six().Stop(0, 2, 4).Run(1).States.Last());
        Assert.Equal("100 SharesMissing 16.667 3", Six().Stop(0, 1, 2).Run(1).States.Last());
        Assert.Equal("100 SharesMissing 33.333 4", Six().Stop(5, 0, 1, 2).Run(1).States.Last());
    }

    [Fact]
    public void Member_alone_with_its_share_misses_nothing_while_it_is_away()
    {
        var single = Six(Spec with { Copies = 1 }).Stop(2).Run(60).Start(2).Run(10);
        Assert.Equal(["0 Writable 0 0", "100 SharesMissing 16.667 1", "160 Writable 0 0"], single.States);
    }

    [Fact]
    public void Member_copies_its_part_of_the_writes()
    {
        // 60 s x 100 writes x 1 KiB, of which half goes to each member.
        Assert.Equal(
            ["0 InSync 0", "100 Down 0", "160 CatchingUp 3072000", "160.06144 InSync 0"], Six().Stop(2).Run(60).Start(2).Run(10).Of(2));
        Assert.Equal(
            ["0 InSync 0", "100 Down 0", "160 CatchingUp 500000000", "170 InSync 0"],
            Six().Stop(2).DestroyDisk(2).Run(60).Start(2).Run(10).Of(2));
    }

    [Fact]
    public void Member_waits_for_who_has_newer_data_of_its_shares()
    {
        // Share 0 lies on 0, 1 and 2: 2 went last.
        var ring = Six().Stop(0).Run(10).Stop(1).Run(10).Stop(2).Run(10).Start(0).Run(10);
        Assert.Equal(MemberState.Waiting, ring.StateOf(0));
        Assert.Equal("SharesMissing", ring.Group.State);
        ring.Start(2).Run(60);
        Assert.Equal(MemberState.InSync, ring.StateOf(0));
        Assert.Equal("Writable", ring.Group.State);
    }

    [Fact]
    public void Last_copy_of_a_share_is_lost_with_the_last_of_its_members()
    {
        var ring = Six().Stop(0, 1, 2).DestroyDisk(0, 1).Run(1);
        Assert.Empty(ring.Losses);
        ring.DestroyDisk(2).Run(1).Start(0).Start(1).Start(2).Run(60);
        Assert.Equal(["101 the last copy of share 0 167"], ring.Losses);
        Assert.Equal("Writable", ring.Group.State);
    }

    [Fact]
    public void Newest_copy_of_a_share_takes_its_writes_with_it()
    {
        var ring = Six().Stop(0).Run(10).Stop(1).Run(10).Stop(2).DestroyDisk(2).Run(10);
        Assert.Equal(["120 10 s of writes to share 0 0"], ring.Losses);
        ring.Start(1).Run(60);
        Assert.Equal("Writable", ring.Group.State);
    }

    [Fact]
    public void All_copies_gone_is_told_as_one_loss()
    {
        var ring = Six().Stop(0, 1, 2, 3, 4, 5).DestroyDisk(0, 1, 2, 3, 4, 5).Run(1);
        Assert.Equal(["100 the last copy of all data 1000"], ring.Losses);
    }

    [Fact]
    public void Ring_grows_by_a_member_that_copies_its_shares()
    {
        var ring = Six();
        ring.Group.Wanted = 7;
        ring.Start(6).Run(60);
        Assert.Equal(["100 CatchingUp 500000000", "110 InSync 0"], ring.Of(6));
        Assert.Equal("Writable", ring.Group.State);
    }
}
