using Simulator.Api;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Xunit;

namespace Simulator.Tests.Reports.Stateful;

public sealed class StateTextTests
{
    [Fact]
    public void The_answer_says_whether_it_took_writes_and_who_is_back() => Assert.Equal(
        "zk had no quorum for 1 min 12 s, 7,200 writes were refused; no data was lost. zk-2 and zk-4 came back after 12 min 3 s and 13 "
            + "min 1 s; no identity ran twice.",
        StateText.Of(PetRun.SumUp(PetRun.Recovered)));

    [Fact]
    public void A_start_says_when_the_last_member_joined() => Assert.StartsWith(
        "zk took writes all the time; no data was lost. The last of its 2 members joined at 0:02:05.",
        StateText.Of(PetRun.SumUp("""
            0    WorkloadScaled    default/zk PetSet 2
            20   PodCreated        default/zk-0 default/zk 100 100
            30   MemberChanged     default/zk-0 InSync
            31   PodCreated        default/zk-1 default/zk 100 100
            31   StateChanged      default/zk Writable
            125  MemberChanged     default/zk-1 InSync
            200  MemberChanged     default/zk-1 Down
            210  MemberChanged     default/zk-1 InSync
            1000 RunEnded          east
            """)), StringComparison.Ordinal);

    /// <summary>1,000 pets with a claim each are 2,000 calls: 100 s at 20 a second.</summary>
    [Theory]
    [InlineData(
        100,
        "zk got a pet every 1 min 40 s, although a pet is ready after 20 s: before each, the one worker of the PetSet controller reads "
            + "every pet and every claim of all PetSets, 2,000 calls, and its client may make 20 a second (kube-api-qps).")]
    [InlineData(25, null)]
    [InlineData(300, null)]
    public void A_start_at_the_pace_of_the_controllers_calls_says_so(int interval, string? reason)
    {
        var pets = Enumerable.Range(0, 12).Select(
            i => $"{1 + (i * interval)} PodCreated default/zk-{i} default/zk 100 100\n{21 + (i * interval)} PodReady default/zk-{i} n1\n");
        var reasons = PetRun.SumUp("0 WorkloadScaled default/zk PetSet 1000\n" + string.Concat(pets) + "4000 RunEnded east\n").Reasons;
        if (reason is null) Assert.DoesNotContain(reasons, text => text.Contains("got a pet every", StringComparison.Ordinal));
        else Assert.Contains(reason, reasons);
    }

    [Fact]
    public void The_reasons_are_the_disk_and_the_order() => Assert.Equal(
        [
            "Disk pd-2 stayed attached to n5 for 6 min 4 s after its pod was gone: the kubelet there could not say that it was unmounted.",
            "Pets are re-created one at a time: zk-4 was gone at 0:07:20 and created again at 0:13:44, when zk-2 was back.",
        ],
        PetRun.SumUp(PetRun.Recovered).Reasons.Take(2));

    [Fact]
    public void A_disk_in_the_dead_zone_keeps_its_pet_from_coming_back()
    {
        var summary = PetRun.SumUp(PetRun.Lost + """
            436  PodCreated        default/zk-2 default/zk 100 100
            437  PodUnschedulable  default/zk-2 Unschedulable
            1000 RunEnded          east
            """);
        Assert.Equal(
            "zk-2 and zk-4 were not back when the run ended, 15 min after the first went; no identity ran twice.", Second(summary));
        Assert.Equal(
            [
                "zk-2 cannot come back elsewhere: its disk is in zone c, where no node is ready.",
                "zk-4 has no pod when the run ends: pets are created one at a time, and zk-2 is not ready.",
            ],
            summary.Reasons.Take(2));
    }

    [Fact]
    public void A_pet_that_waited_for_its_zone_says_so_afterwards()
    {
        var summary = PetRun.SumUp(PetRun.Lost + """
            436  PodCreated        default/zk-2 default/zk 100 100
            437  PodUnschedulable  default/zk-2 Unschedulable
            700  NodeReadyChanged  n5 True
            700  NodeReadyChanged  n6 True
            701  PodBound          default/zk-2 n6
            720  PodServing        default/zk-2 n6
            720  PodReady          default/zk-2 n6
            721  PodCreated        default/zk-4 default/zk 100 100
            722  PodBound          default/zk-4 n5
            740  PodServing        default/zk-4 n5
            740  PodReady          default/zk-4 n5
            1000 RunEnded          east
            """);
        Assert.Equal("zk-2 could not come back elsewhere: its disk is in zone c, where no node was ready.", summary.Reasons[0]);
    }

    [Fact]
    public void Of_several_disks_the_longest_wait_is_told() => Assert.Contains(
        "2 disks stayed attached to their old nodes for up to 6 min 6 s after their pods were gone: the kubelets there could not say "
            + "that they were unmounted.",
        PetRun.SumUp(PetRun.Settled
            + "100 DiskDetachForced pd-2 n5 361000000\n101 DiskDetachForced pd-3 n6 366000000\n1000 RunEnded east").Reasons);

    /// <summary>A zone that lives may only be full: then the disk is not the reason.</summary>
    [Fact]
    public void A_disk_in_a_zone_that_lives_is_no_reason()
    {
        var summary = PetRun.SumUp(PetRun.Lost + """
            436  PodCreated        default/zk-2 default/zk 100 100
            437  PodUnschedulable  default/zk-2 Unschedulable
            500  NodeReadyChanged  n6 True
            1000 RunEnded          east
            """);
        Assert.DoesNotContain(summary.Reasons, reason => reason.Contains("zone c", StringComparison.Ordinal));
    }

    [Fact]
    public void A_set_that_nobody_initializes_says_where_it_stops()
    {
        const string facts = """
            10   WorkloadScaled  default/zk PetSet 3
            11   PodCreated      default/zk-0 default/zk
            12   PodBound        default/zk-0 n1
            15   PodServing      default/zk-0 n1
            15   PodReady        default/zk-0 n1
            1000 RunEnded        east
            """;
        const string sentence = "zk stops after 1 of 3 pets: nobody set pod.alpha.kubernetes.io/initialized on zk-0.";
        Assert.Contains(sentence, PetRun.SumUp(facts).Reasons);
        Assert.DoesNotContain(
            sentence, PetRun.SumUp(facts.Replace("1000 ", "20 PetInitialized default/zk-0\n1000 ", StringComparison.Ordinal)).Reasons);
        var annotated = new PetSet
        {
            Metadata = new ObjectMeta { Name = "zk", Namespace = "default" },
            Template = new PodTemplate { Annotations = LabelSet.Of((WellKnownAnnotations.PetInitialized, "true")) },
        };
        Assert.DoesNotContain(sentence, TinyRun.SumUp(facts, PetRun.With(annotated)).Reasons);
    }

    [Fact]
    public void An_identity_that_ran_twice_is_named_with_its_nodes()
    {
        var text = StateText.Of(PetRun.SumUp(PetRun.Recovered.Replace(
            "1000 RunEnded",
            "700 IdentityOverlapBegan default/zk-2 n5|n1\n942 IdentityOverlapEnded default/zk-2 n5|n1 242000000\n1000 RunEnded",
            StringComparison.Ordinal)));
        Assert.EndsWith(
            "zk-2 and zk-4 came back after 12 min 3 s and 13 min 1 s. zk-2 ran twice at once for 4 min 2 s, on n5 and on n1.", text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "100 DataLost default/zk the~last~copy~of~all~data 1000", "zk took writes all the time; the last copy of all data was lost.")]
    [InlineData("100 DataLost default/zk 3.2~s~of~writes 0 3200000", "zk took writes all the time; 3.2 s of writes were lost.")]
    [InlineData(
        "100 StateChanged default/zk NoPrimary 5000\n130 StateChanged default/zk Writable\n200 StateChanged default/zk NoPrimary\n210 "
            + "StateChanged default/zk Writable",
        "zk had no primary 2 times, for 40 s in all (longest 30 s), 150 writes were refused; no data was lost.")]
    [InlineData(
        "900 StateChanged default/zk SharesMissing 1000",
        "zk missed a share of its data for 1 min 40 s, to the end of the run, 100 writes were refused; no data was lost.")]
    public void Each_kind_of_trouble_has_its_words(string facts, string sentence) =>
        Assert.Equal(sentence, StateText.Of(PetRun.SumUp(PetRun.Settled + facts + "\n1000 RunEnded east")));

    [Fact]
    public void A_claim_that_waits_says_what_the_binder_said() => Assert.Contains(
        "The claim data-zk-1 has no volume when the run ends: no volume is as large as 100.",
        PetRun.SumUp("20 ClaimChanged default/data-zk-1 Pending 100\n21 ClaimWaits default/data-zk-1 no~volume~is~as~large~as~100\n1000 "
            + "RunEnded east").Reasons);

    [Fact]
    public void The_headline_counts_pets() =>
        Assert.Contains("5 pods in 0 services", Headline.Of(PetRun.Scenario, []), StringComparison.Ordinal);

    [Fact]
    public void What_happened_to_data_and_identities_is_in_the_chronicle()
    {
        var facts = PetRun.Settled + """
            100  PrimaryChanged        default/zk -
            130  PrimaryChanged        default/zk default/zk-1
            140  DataLost              default/zk 3.2~s~of~writes 0 3200000
            150  IdentityOverlapBegan  default/zk-1 n3|n1
            160  IdentityOverlapEnded  default/zk-1 n3|n1 10000000
            170  DiskDetachForced      pd-2 n5 364000000

            """ + string.Join('\n', Enumerable.Range(0, 9).Select(i => $"20{i} PetInitialized default/zk-{i}"));
        Assert.Equal(
            [
                "zk has no primary", "zk-1 is the primary of zk", "zk lost 3.2 s of writes", "zk-1 runs twice, on n3 and on n1",
                "zk-1 no longer runs twice",
                "disk pd-2 is taken from n5 by force after 6 min 4 s", "9 pets were told to be initialized, the last at 0:03:28",
            ],
            PetRun.SumUp(facts + "\n1000 RunEnded east").Chronicle.Select(row => row.Text));
    }

    /// <summary>A pet that only the API missed has not to come back.</summary>
    [Fact]
    public void A_pet_that_ran_on_was_only_out_of_its_service()
    {
        const string cut = PetRun.Settled + "136 PodNotReady default/zk-2 n5\n350 PodReady default/zk-2 n5\n1000 RunEnded east";
        Assert.Equal(
            "zk-2 was out of its service for 3 min 34 s although it ran all the time; no identity ran twice.", Second(PetRun.SumUp(cut)));
        Assert.True(Assert.Single(PetRun.SumUp(cut).Pets!).RanOn);
        var crashed = PetRun.SumUp(cut.Replace(
            "350 ", "200 PodStoppedServing default/zk-2 n5\n349 PodServing default/zk-2 n5\n350 ", StringComparison.Ordinal));
        Assert.Equal("zk-2 came back after 3 min 34 s; no identity ran twice.", Second(crashed));
    }

    [Fact]
    public void A_service_that_takes_pets_that_are_not_ready_keeps_them()
    {
        var pets = PetRun.Scenario.Clusters[0].Workloads[0].Objects.OfType<PetSet>().Single() with { ServiceName = "zk" };
        var service = new Service
        {
            Metadata = new ObjectMeta
            {
                Name = "zk",
                Namespace = "default",
                Annotations = LabelSet.Of((WellKnownAnnotations.TolerateUnreadyEndpoints, "true")),
            },
        };
        var scenario = PetRun.With(pets, service);
        var summary =
            TinyRun.SumUp(PetRun.Settled + "136 PodNotReady default/zk-2 n5\n350 PodReady default/zk-2 n5\n1000 RunEnded east", scenario);
        Assert.Equal("zk-2 was called not ready for 3 min 34 s although it ran all the time; no identity ran twice.", Second(summary));
    }

    /// <summary>Its old life ran until after the twin served: the identity was never gone.</summary>
    [Theory]
    [InlineData("436 IdentityOverlapBegan default/zk-2 n5|n1\n470 IdentityOverlapEnded default/zk-2 n5|n1", true)]
    [InlineData("436 IdentityOverlapBegan default/zk-2 n5|n1\n450 IdentityOverlapEnded default/zk-2 n5|n1", false)]
    [InlineData("", false)]
    public void A_pet_whose_twin_ran_in_time_was_never_gone(string overlap, bool ranOn) => Assert.Equal(
        ranOn,
        Assert.Single(PetRun.SumUp(PetRun.Settled + $"""
        141  PodNotReady       default/zk-2 n5
        401  PodDeletionMarked default/zk-2 n5
        435  PodRemoved        default/zk-2 n5
        436  PodCreated        default/zk-2 default/zk 100 100
        437  PodBound          default/zk-2 n1
        {overlap}
        460  PodServing        default/zk-2 n1
        460  PodReady          default/zk-2 n1
        1000 RunEnded          east
        """).Pets!).RanOn);

    [Fact]
    public void A_disk_is_called_by_its_pet()
    {
        var summary = PetRun.SumUp(PetRun.Recovered.Replace(
            "0    DiskAttached", "0 DiskClaimed pd-2 default/data-zk-2\n0    DiskAttached", StringComparison.Ordinal));
        Assert.Equal(
            "The disk of zk-2 stayed attached to n5 for 6 min 4 s after its pod was gone: the kubelet there could not say that it was "
                + "unmounted.",
            summary.Reasons[0]);
        Assert.Contains("the disk of zk-2 is taken from n5 by force after 6 min 4 s", summary.Chronicle.Select(row => row.Text));
    }

    [Fact]
    public void A_disk_that_is_no_pets_is_called_by_its_claim() => Assert.Contains(
        "the disk of claim data is taken from n5 by force after 6 min 4 s",
        PetRun.SumUp(PetRun.Settled
            + "0 DiskClaimed pd-9 default/data\n799 DiskDetachForced pd-9 n5 364000000\n1000 RunEnded "
            + "east").Chronicle.Select(row => row.Text));

    /// <summary>The zone is dead: nobody waited for the disk.</summary>
    [Fact]
    public void A_disk_that_nobody_waited_for_is_no_reason() => Assert.DoesNotContain(
        PetRun.SumUp(PetRun.Lost
            + "436 DiskClaimed pd-2 default/data-zk-2\n799 DiskDetachForced pd-2 n5 364000000\n1000 RunEnded east").Reasons,
        reason => reason.Contains("stayed attached", StringComparison.Ordinal));

    [Fact]
    public void A_machine_that_was_rebooted_too_soon_keeps_its_disk() => Assert.Contains(
        "The disk of zk-2 stayed attached to n5 for 5 min 10 s after its pod was gone: the machine was rebooted before its kubelet said "
            + "that it was unmounted.",
        PetRun.SumUp(PetRun.Settled + """
            0    DiskClaimed       pd-2 default/data-zk-2
            100  OutageStarted     node Maintenance 0
            100  PodDeletionMarked default/zk-2 n5
            110  PodStoppedServing default/zk-2 n5
            110  PodRemoved        default/zk-2 n5
            112  NodeWentDown      n5 Maintenance 0
            113  PodCreated        default/zk-2 default/zk 100 100
            114  PodBound          default/zk-2 n6
            400  NodeCameBack      n5
            420  DiskDetached      pd-2 n5
            430  DiskAttached      pd-2 n6 1
            450  PodServing        default/zk-2 n6
            450  PodReady          default/zk-2 n6
            1000 RunEnded          east
            """).Reasons);

    [Fact]
    public void Disks_by_the_hundred_are_counted() => Assert.Equal(
        ["100 8 disks are taken from their nodes by force, the last at 0:01:47"],
        PetRun.SumUp(PetRun.Settled
            + string.Join('\n', Enumerable.Range(0, 8).Select(i => $"{100 + i} DiskDetachForced pd-{i} n5 361000000"))
            + "\n1000 RunEnded east").Chronicle.Select(row => $"{row.At} {row.Text}"));

    private static string Second(Summary summary) =>
        StateText.Of(summary)[(StateText.Of(summary).IndexOf("lost. ", StringComparison.Ordinal) + 6)..];
}
