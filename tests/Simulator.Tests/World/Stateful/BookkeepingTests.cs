using CsCheck;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Stateful;
using Xunit;

namespace Simulator.Tests.World.Stateful;

/// <summary>
/// Whatever happens to members, disks and zones, in any order: what is counted as it changes is what a plain count finds.
/// </summary>
public sealed class BookkeepingTests
{
    private const int Members = 7;

    private static readonly string[] Zones = ["a", "b", "c"];

    /// <summary>What happens (0 to 9), to whom, and the seconds until then.</summary>
    private static readonly Gen<(int What, int Whom, int After)[]> Happenings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, Members - 1], Gen.OneOf(Gen.Const(0), Gen.Int[1, 40])).Array[1, 60];

    [Fact]
    public void Quorums_are_as_a_plain_count_finds_them() => Happenings.Sample(
        happenings => Live(new StateSpec { Kind = StateKind.Quorum }, happenings, (group, last) =>
        {
            Assert.Equal(PlainGroup.HasQuorum(group), group.Group.State == "Writable");
            Assert.Equal(1000 * (Members - PlainGroup.InSync(group)), last.Extra);
        }),
        iter: 500);

    [Fact]
    public void Primaries_are_in_sync_or_there_is_none() => Happenings.Sample(
        happenings =>
            Live(
                new StateSpec { Kind = StateKind.PrimaryReplica, FailOver = new Constant(TimeSpan.FromSeconds(15)) }, happenings,
                (group, last) =>
        {
            Assert.Equal(group.Group.Primary.Length > 0, group.Group.State == "Writable");
            if (group.Group.Primary.Length > 0) Assert.Equal(MemberState.InSync, group.Group.StateOf(group.Group.Primary));
            Assert.Equal(1000 * (Members - PlainGroup.InSync(group)), last.Extra);
        }),
        iter: 500);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Shares_are_as_a_plain_count_finds_them(int copies) => Happenings.Sample(
        happenings => Live(new StateSpec { Kind = StateKind.Sharded, Copies = copies }, happenings, (group, last) =>
        {
            Assert.Equal(PlainGroup.SharesMissing(group, copies), group.Group.RefusedShare * Members, 9);
            Assert.Equal(1000 * (Members - PlainGroup.InSync(group)), last.Extra);
        }),
        iter: 500);

    private static void Live(StateSpec spec, (int What, int Whom, int After)[] happenings, Action<Ensemble, Observation> check)
    {
        var group = new Ensemble(spec, Members).StartAll();
        var up = Enumerable.Repeat(true, Members).ToArray();
        var cuts = new HashSet<int>();
        foreach (var (what, whom, after) in happenings)
        {
            group.Run(after);
            Happen(group, up, cuts, what, whom);
            var written = group.Group.Written;
            group.Run(0);
            Assert.True(group.Group.Written <= written, "time that has not passed was written in");
            check(group, group.Facts.Last(fact => fact.Kind == ObservationKind.StateChanged));
        }

        // Everybody back, everybody connected, and time: then everybody is in sync.
        foreach (var cut in cuts) group.Mend(Zones[cut], Zones[(cut + 1) % 3]);
        for (var i = 0; i < Members; i++)
        {
            if (!up[i]) group.Start(i, Ensemble.ZoneOf(i));
        }

        group.Run(3600);
        Assert.Equal(Members, PlainGroup.InSync(group));
        Assert.Equal("Writable", group.Group.State);
    }

    /// <summary>Starts and stops are likelier than lost disks and cuts.</summary>
    private static void Happen(Ensemble group, bool[] up, HashSet<int> cuts, int what, int whom)
    {
        var cut = whom % 3;
        if (what < 7 && up[whom]) group.Stop(whom);
        else if (what < 7) group.Start(whom, Ensemble.ZoneOf(whom));
        else if (what == 7) group.DestroyDisk(whom);
        else if (cuts.Remove(cut)) group.Mend(Zones[cut], Zones[(cut + 1) % 3]);
        else if (cuts.Add(cut)) group.Cut(Zones[cut], Zones[(cut + 1) % 3]);
        if (what < 7) up[whom] = !up[whom];
    }
}
