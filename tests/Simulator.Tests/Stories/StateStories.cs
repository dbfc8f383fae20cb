using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Applications with state in whole clusters: what users can still write, and what is left.</summary>
public sealed class StateStories
{
    private static readonly ApplicationSpec Zookeeper = Containers.App("zk") with { State = new StateSpec { Kind = StateKind.Quorum } };

    private static readonly Volume Scratch = new() { Name = "data", IsEmptyDir = true };

    private static readonly ResourceList Size = ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits(1)));

    private static readonly string[] Shared = ["ReadWriteMany"];

    private static Story Settled(ApplicationSpec application, int pets, Volume? volume = null) =>
        Story.Of(nodesPerZone: 3).Runs(application).With(default, Pets.Service("zk"), On(Pets.Set("zk", pets), volume ?? Scratch));

    /// <summary>
    /// Each pet has a folder of a file server, bound to its claim by hand; the set has been founded when a minute is over.
    /// </summary>
    private static Story WithFolders(ApplicationSpec application, int pets)
    {
        List<ApiObject> folders = [];
        for (var i = 0; i < pets; i++)
        {
            var claim = new ObjectKey("default", $"data-zk-{i}");
            folders.Add(new PersistentVolume
            {
                Metadata = new ObjectMeta { Name = $"zk-{i}" },
                Capacity = Size,
                AccessModes = Shared,
                Nfs = new Nfs("filer", $"/zk-{i}"),
                ClaimRef = new ClaimReference(claim, ""),
            });
            folders.Add(new PersistentVolumeClaim
            {
                Metadata = new ObjectMeta { Name = claim.Name, Namespace = claim.Namespace },
                Requests = Size,
                AccessModes = Shared,
                VolumeName = $"zk-{i}",
            });
        }

        return Story.Of(nodesPerZone: 3, start: ClusterStart.Empty)
            .Runs(application)
            .With(0.Seconds(), [.. folders])
            .With(1.Seconds(), Pets.Service("zk"), Pets.Set("zk", pets, claims: Pets.Claim()));
    }

    private static List<Observation> Later(Story story, ObservationKind kind) => [.. story.Of(kind).Where(fact => fact.At >= 1.Minutes())];

    private static PetSet On(PetSet set, Volume volume) =>
        set with { Template = set.Template with { Spec = set.Template.Spec with { Volumes = [volume] } } };

    private static IEnumerable<string> States(Story story) => Later(story, ObservationKind.StateChanged).Select(fact => fact.Other);

    private static string NodeOf(Story story, int pet) => story.Pods("zk")[pet].NodeName;

    [Fact]
    public void A_settled_ensemble_is_in_sync_and_stays_so()
    {
        var story = Settled(Zookeeper, 5).RunFor(10.Minutes());
        Assert.DoesNotContain(story.Observations, fact => fact.At > TimeSpan.Zero);
        Assert.Equal("Writable", story.Cluster.StateOf("default/zk")!.State);
        Assert.Equal(5, story.Observations.Count(fact => fact is { Kind: ObservationKind.MemberChanged, Other: "InSync" }));
    }

    [Fact]
    public void Pets_form_a_quorum_as_they_come()
    {
        var story = Story.Of(nodesPerZone: 3, start: ClusterStart.Empty)
            .Runs(Zookeeper)
            .With(1.Seconds(), Pets.Service("zk"), Pets.Set("zk", 3))
            .RunFor(3.Minutes());
        Assert.Equal(["NoQuorum", "Writable", "Writable"], story.Of(ObservationKind.StateChanged).Select(fact => fact.Other));
        var inSync = story.Of(ObservationKind.MemberChanged).Where(fact => fact.Other == "InSync").Select(fact => fact.Subject);
        Assert.Equal(["default/zk-0", "default/zk-1", "default/zk-2"], inSync);
    }

    /// <summary>With a volume that outlives its node the pet comes back elsewhere and copies what it missed before it is ready.</summary>
    [Fact]
    public void Pet_of_a_lost_node_is_behind_until_it_has_caught_up_elsewhere()
    {
        // Some 10 min x 100 writes x 100 kB, copied with 50 MB a second: some 120 s.
        var application = Zookeeper with { State = Zookeeper.State! with { WriteBytes = 100_000, DataBytes = 100L << 30 } };
        var victim = NodeOf(WithFolders(application, 3).RunFor(1.Minutes()), 1);
        var story = WithFolders(application, 3).Node(victim).LosesPower(at: 5.Minutes()).RunFor(20.Minutes());
        var member = Later(story, ObservationKind.MemberChanged).FindAll(fact => fact.Subject == "default/zk-1");
        Assert.Equal(["Down", "CatchingUp", "InSync"], member.Select(fact => fact.Other));
        Assert.Equal(300, member[0].At.TotalSeconds);
        var missed = (member[1].At - member[0].At).TotalSeconds * 100 * 100_000;
        Assert.Equal(missed, member[1].Value, 1.0);
        Assert.Equal(missed / 50e6, (member[2].At - member[1].At).TotalSeconds, 1e-5);
        Assert.Equal(member[2].At, story.Of(ObservationKind.PodServing).Last(fact => fact.Subject == "default/zk-1").At);
        Assert.Equal(["Writable", "Writable"], States(story));
        Assert.Empty(story.Of(ObservationKind.DataLost));
    }

    [Fact]
    public void Zone_with_the_majority_takes_the_quorum_with_it()
    {
        var story = Settled(Zookeeper, 3);
        var zones = story.RunFor(1.Seconds()).Pods("zk").Select(pod => story.Cluster.Topology.Find(pod.NodeName)!.Zone).ToList();
        Assert.Equal(["a", "b", "c"], zones.Order());
        var struck = Settled(Zookeeper, 3)
            .Zone("a")
            .LosesPower(at: 1.Minutes(), lasting: 5.Minutes())
            .Zone("b")
            .LosesPower(at: 2.Minutes(), lasting: 1.Minutes())
            .RunFor(15.Minutes());
        Assert.Equal(["Writable", "NoQuorum", "Writable", "Writable"], States(struck).Take(4));
        var times = struck.Of(ObservationKind.StateChanged).Select(fact => fact.At.TotalSeconds).ToList();
        Assert.Equal([60, 120], times.Take(2));
        Assert.InRange(times[2], 180, 180 + 200);
        Assert.Equal("Writable", struck.Cluster.StateOf("default/zk")!.State);
    }

    [Fact]
    public void Data_in_the_container_is_gone_with_it_and_copied_again()
    {
        var application = Zookeeper with { State = Zookeeper.State! with { Volume = "none", DataBytes = 500_000_000 } };
        var story = Settled(application, 3);
        var node = NodeOf(story.RunFor(1.Minutes()), 2);
        story.Machine(node).CrashPod(new ObjectKey("default", "zk-2"));
        story.RunFor(1.Minutes());
        var member = story.Of(ObservationKind.MemberChanged).ToList();
        Assert.Equal(["Down", "CatchingUp", "InSync"], member.Select(fact => fact.Other));
        Assert.Equal(500_000_000, member[1].Value);
        Assert.Equal(10, (member[2].At - member[1].At).TotalSeconds);
    }

    /// <summary>Behind a cut the old life crashes and starts again: its name belongs to the younger one, whatever it does.</summary>
    [Fact]
    public void An_older_life_that_starts_again_does_not_take_the_place_of_the_younger()
    {
        var pet = new ObjectKey("default", "zk-1");
        var victim = NodeOf(Settled(Zookeeper, 3).RunFor(1.Minutes()), 1);
        var story = Settled(Zookeeper, 3).Node(victim).IsCutOff(at: 1.Minutes(), lasting: 30.Minutes()).RunFor(15.Minutes());
        var told = story.Of(ObservationKind.MemberChanged).Count();
        Assert.Equal("InSync", story.Of(ObservationKind.MemberChanged).Last().Other);
        story.Machine(victim).CrashPod(pet);
        story.RunFor(20.Minutes());
        Assert.Contains(story.Of(ObservationKind.ContainerRestarted), fact => fact.Subject == "default/zk-1");
        Assert.Equal(told, story.Of(ObservationKind.MemberChanged).Count());
        Assert.Equal(2, story.Of(ObservationKind.IdentityOverlapBegan).Count());
        Assert.All(story.Of(ObservationKind.IdentityOverlapBegan), fact => Assert.Equal($"{victim}|{NodeOf(story, 1)}", fact.Other));
    }

    [Fact]
    public void An_emptyDir_survives_the_container_and_the_boot_but_not_the_pod()
    {
        var story = Settled(Zookeeper, 1, volume: Scratch);
        var node = NodeOf(story.RunFor(1.Minutes()), 0);
        story.Machine(node).CrashPod(new ObjectKey("default", "zk-0"));
        story.RunFor(5.Minutes());
        Assert.Empty(story.Of(ObservationKind.DataLost));
        Assert.Empty(Settled(
            Zookeeper, 1, volume: Scratch).Node(node).Reboots(at: 1.Minutes()).RunFor(10.Minutes()).Of(ObservationKind.DataLost));
        story.Delete(story.Pods("zk")[0]);
        story.RunFor(5.Minutes());
        Assert.Equal("the last copy of all data", Assert.Single(story.Of(ObservationKind.DataLost)).Other);
        Assert.Equal("Writable", story.Cluster.StateOf("default/zk")!.State);
    }

    [Fact]
    public void Disks_of_three_machines_lost_one_after_the_other_lose_nothing_all_at_once_everything()
    {
        Story Lose(TimeSpan pause)
        {
            var nodes = Settled(Zookeeper, 3, volume: Scratch).RunFor(1.Minutes()).Pods("zk").Select(pod => pod.NodeName).ToList();
            var story = Settled(Zookeeper, 3, volume: Scratch);
            for (var i = 0; i < 3; i++)
            {
                story.Suffers(new OutageSpec
                {
                    Kind = OutageKind.DiskLoss,
                    At = 1.Minutes() + (pause * i),
                    Cluster = "east",
                    Where = new Place(PlaceScope.Node, nodes[i]),
                });
            }
            return story.RunFor(60.Minutes());
        }

        Assert.Empty(Lose(10.Minutes()).Of(ObservationKind.DataLost));
        Assert.Equal(60, Assert.Single(Lose(TimeSpan.Zero).Of(ObservationKind.DataLost)).At.TotalSeconds);
    }

    [Fact]
    public void Primary_on_a_lost_node_is_replaced_after_the_fail_over_time()
    {
        var redis = Containers.App("zk") with
        {
            State = new StateSpec { Kind = StateKind.PrimaryReplica, FailOver = Containers.Always(20), ReplicationLag = 2.Seconds() },
        };
        var victim = NodeOf(WithFolders(redis, 3).RunFor(1.Minutes()), 0);
        var story = WithFolders(redis, 3).Node(victim).LosesPower(at: 2.Minutes(), lasting: 30.Minutes()).RunFor(5.Minutes());
        Assert.Equal(
            [(120, ""), (140, "default/zk-1")],
            Later(story, ObservationKind.PrimaryChanged).Select(fact => (fact.At.TotalSeconds, fact.Other)));
        Assert.Equal("2 s of writes", Assert.Single(story.Of(ObservationKind.DataLost)).Other);
        Assert.Equal(["NoPrimary", "Writable"], States(story));
    }

    [Fact]
    public void Partition_of_zones_splits_the_members()
    {
        var story = WithFolders(Zookeeper, 3);
        story.RunFor(1.Minutes());
        story.Cluster.Network.Cut("a", "b");
        story.Cluster.Network.Cut("a", "c");
        story.RunFor(1.Minutes());
        Assert.Equal(
            (60.0, "Writable", 1000L),
            Later(story, ObservationKind.StateChanged).Select(fact => (fact.At.TotalSeconds, fact.Other, fact.Extra)).Single());
        story.Cluster.Network.Cut("b", "c");
        story.RunFor(1.Minutes());
        Assert.Equal("NoQuorum", story.Cluster.StateOf("default/zk")!.State);
    }

    [Fact]
    public void Controller_without_identities_keeps_its_data_where_the_claim_is()
    {
        var rc = Workloads.Controller("zk", 1, 100);
        rc = rc with
        {
            Template = rc.Template with
            {
                Spec = rc.Template.Spec with { Volumes = [new Volume { Name = "data", Nfs = new Nfs("filer", "/db") }] },
            },
        };
        var application = Containers.App("zk") with { State = new StateSpec { Kind = StateKind.PrimaryReplica } };
        var victim = NodeOf(Story.Of(nodesPerZone: 1).With(default, rc).RunFor(1.Minutes()), 0);
        var story = Story.Of(nodesPerZone: 1)
            .Runs(application)
            .With(default, rc)
            .Node(victim)
            .LosesPower(at: 1.Minutes())
            .RunFor(10.Minutes());
        Assert.Equal(["NoPrimary", "Writable"], States(story));
        Assert.Empty(story.Of(ObservationKind.DataLost));
    }

    [Fact]
    public void Runs_of_one_seed_are_one_run()
    {
        string Digest() => Settled(Zookeeper, 5).Zone("b").LosesPower(at: 1.Minutes(), lasting: 10.Minutes()).RunFor(30.Minutes()).Digest;
        Assert.Equal(Digest(), Digest());
    }
}
