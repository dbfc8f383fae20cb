using System.Globalization;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Xunit;

namespace Simulator.Tests.Reports.Stateful;

public sealed class StateMeasureTests
{
    private static readonly string[] Families = ["claims.", "disks.", "names.", "pets.", "state.", "volumes."];

    [Fact]
    public void An_ensemble_that_loses_a_zone_gives_every_measure_that_its_facts_hold() => Assert.Equal(
        """
        claims.lostAtEnd 0
        claims.pendingAtEnd 0
        disks.attachRefusals 1
        disks.forcedDetaches 1
        names.changes 2
        names.longestStale 42
        names.staleSeconds 42
        pets.identityOverlapSeconds 0
        pets.identityOverlaps 0
        pets.longestAbsence 781
        pets.movedToOtherNode 2
        pets.notBackAtEnd 0
        state.dataLossEvents 0
        state.dataLost 0
        state.longestNotWritable 72
        state.secondsNotWritable 72
        state.underReplicatedSeconds 1504
        state.writesLost 0
        state.writesRefused 7200
        volumes.mount.p50 369
        volumes.mount.p99 369
        """,
        TextOf(PetRun.SumUp(PetRun.Recovered)),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_run_without_any_state_has_none_of_them_and_no_rows()
    {
        var summary = TinyRun.SumUp(TinyRun.ZoneLoss);
        Assert.Equal("", TextOf(summary));
        Assert.Equal((null, null, null), (summary.Stateful, summary.Pets, summary.Claims));
        Assert.Equal("", StateText.Of(summary));
    }

    [Fact]
    public void What_is_lost_is_the_largest_share_and_all_writes()
    {
        var summary = PetRun.SumUp(PetRun.Settled + """
            100  DataLost  default/zk 3.2~s~of~writes 0 3200000
            200  DataLost  default/zk the~last~copy~of~a~share 200 0
            1000 RunEnded  east
            """);
        Assert.Equal(
            (2, 0.2, 3.2),
            (summary.Measure("state.dataLossEvents"), summary.Measure("state.dataLost"), summary.Measure("state.writesLost")));
    }

    /// <summary>Nobody was served before it took its first write: a start-up refuses nothing.</summary>
    [Fact]
    public void A_start_up_is_no_time_without_writes()
    {
        var summary = PetRun.SumUp("""
            0    WorkloadScaled  default/zk PetSet 3
            0    StateChanged    default/zk NoQuorum 100000 3000
            60   StateChanged    default/zk Writable 0 1000
            90   StateChanged    default/zk Writable 0 0
            1000 RunEnded        east
            """);
        Assert.Equal(
            (0, 0, 30),
            (summary.Measure("state.secondsNotWritable"), summary.Measure("state.writesRefused"),
                summary.Measure("state.underReplicatedSeconds")));
    }

    [Fact]
    public void From_one_trouble_into_another_is_one_time_and_the_last_may_last_to_the_end()
    {
        var summary = PetRun.SumUp(PetRun.Settled + """
            100  StateChanged  default/zk NoPrimary
            110  StateChanged  default/zk NoQuorum
            130  StateChanged  default/zk Writable
            900  StateChanged  default/zk NoQuorum 1000
            1000 RunEnded      east
            """);
        Assert.Equal(
            (130, 100, 100),
            (summary.Measure("state.secondsNotWritable"), summary.Measure("state.longestNotWritable"),
                summary.Measure("state.writesRefused")));
        Assert.False(summary.Stateful![0].IsWritable);
    }

    [Fact]
    public void Two_lives_of_a_pet_at_once_are_counted_and_named()
    {
        var summary = PetRun.SumUp(PetRun.Settled + """
            400  IdentityOverlapBegan  default/zk-1 n3|n1
            640  IdentityOverlapEnded  default/zk-1 n3|n1 240000000
            900  IdentityOverlapBegan  default/zk-0 n1|n2
            1000 RunEnded              east
            """);
        Assert.Equal((2, 340), (summary.Measure("pets.identityOverlaps"), summary.Measure("pets.identityOverlapSeconds")));
        Assert.Equal(
            [new OverlapRow("east", "default/zk-1", "n3", "n1", 400, 240, true), new OverlapRow(
                "east", "default/zk-0", "n1", "n2", 900, 100, false)],
            summary.Overlaps);
    }

    [Fact]
    public void A_pet_that_nobody_asks_for_any_more_is_not_away()
    {
        var summary = PetRun.SumUp(PetRun.Settled + """
            100  PodNotReady        default/zk-4 n6
            200  WorkloadScaled     default/zk PetSet 3
            201  PodDeletionMarked  default/zk-4 n6
            202  PodDeletionMarked  default/zk-3 n2
            1000 RunEnded           east
            """);
        Assert.Equal((0, 0), (summary.Measure("pets.notBackAtEnd"), summary.Measure("pets.longestAbsence")));
        Assert.Null(summary.Pets);
    }

    [Fact]
    public void A_pet_row_tells_where_it_was_and_where_it_is_back() => Assert.Equal(
        [
            new PetRow("east", "default/zk", "default/zk-4", 4, "n6", "c", 100, 411, 824, 881, "n3", "b", 781, 1),
            new PetRow("east", "default/zk", "default/zk-2", 2, "n5", "c", 100, 401, 436, 823, "n1", "a", 723, 1),
        ],
        PetRun.SumUp(PetRun.Recovered).Pets);

    [Fact]
    public void A_reboot_brings_the_same_pod_back()
    {
        var row = Assert.Single(PetRun.SumUp(PetRun.Settled + """
            100  PodStoppedServing  default/zk-1 n3
            160  PodServing         default/zk-1 n3
            500  PodStoppedServing  default/zk-1 n3
            510  PodServing         default/zk-1 n3
            1000 RunEnded           east
            """).Pets!);
        Assert.Equal((100, 160, null, "n3", 60, 2), (row.GoneAt, row.BackAt, row.RecreatedAt, row.On, row.Absence, row.Absences));
    }

    [Fact]
    public void Claims_are_timed_from_their_creation_and_those_without_a_volume_are_listed()
    {
        var summary = PetRun.SumUp("""
            10   ClaimChanged  default/data-zk-0 Pending 100
            14   ClaimChanged  default/data-zk-0 Bound 100
            20   ClaimChanged  default/data-zk-1 Pending 100
            21   ClaimWaits    default/data-zk-1 no~volume~is~as~large~as~100
            30   ClaimChanged  default/data-zk-2 Pending 100
            31   ClaimChanged  default/data-zk-2 Bound 100
            90   ClaimChanged  default/data-zk-2 Lost 100
            1000 RunEnded      east
            """);
        Assert.Equal(
            (1, 1, 1, 4),
            (summary.Measure("claims.pendingAtEnd"), summary.Measure("claims.lostAtEnd"), summary.Measure("claims.bind.p50"),
                summary.Measure("claims.bind.p99")));
        Assert.Equal(
            [new ClaimRow(
                "east", "default/data-zk-1", "Pending", 20,
                "no volume is as large as 100"), new ClaimRow("east", "default/data-zk-2", "Lost", 90, "")],
            summary.Claims);
    }

    private static string TextOf(Summary summary) => string.Join('\n', summary.Measures
        .Where(measure => Families.Any(family => measure.Key.StartsWith(family, StringComparison.Ordinal)))
        .Select(measure => string.Create(CultureInfo.InvariantCulture, $"{measure.Key} {measure.Value}")));
}
