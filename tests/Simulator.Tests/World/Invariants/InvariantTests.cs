using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.Tests.Stories;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;
using static Simulator.Tests.World.Invariants.PlantedWorld;

namespace Simulator.Tests.World.Invariants;

/// <summary>Each rule is broken on purpose and caught; where 1.3 itself goes near it, that is let pass.</summary>
public sealed class InvariantTests
{
    private readonly PlantedWorld _world = new();

    private static readonly LabelSelector Web = new() { MatchLabels = LabelSet.Of(("app", "web")) };

    private static Pod With(Pod pod, Volume volume) => pod with { Spec = pod.Spec with { Volumes = [volume] } };

    [Fact]
    public void Time_runs_forward()
    {
        _world.At(10.Seconds()).Fact(ObservationKind.NodeCameBack, "n1");
        _world.At(9.Seconds()).Fact(ObservationKind.NodeCameBack, "n2");
        _world.Breaks("TimeRunsForward", "NodeCameBack of n2 is of 00:00:09, after a fact of 00:00:10");
    }

    [Fact]
    public void Revisions_grow()
    {
        var rules = new ClusterInvariants(_world.Cluster);
        var pod = PodObject("p") with { Metadata = PodObject("p").Metadata with { ResourceVersion = 7 } };
        rules.OnCommitted(new(Simulator.ControlPlane.Hosting.WatchEventType.Added, pod, null), TimeSpan.Zero);
        rules.OnCommitted(new(Simulator.ControlPlane.Hosting.WatchEventType.Modified, pod, pod), TimeSpan.Zero);
        _world.Breaks("RevisionsGrow", "Pod default/p was committed under revision 7, after revision 7");
    }

    [Fact]
    public void A_pod_is_bound_once()
    {
        _world.Bind(PodObject("p"), "n1");
        _world.Bind(PodObject("p"), "n2");
        _world.Breaks("PodIsBoundOnce", "pod default/p was bound to n1 and is now on 'n2'");
    }

    [Fact]
    public void A_pod_is_bound_to_a_node_that_exists()
    {
        _world.Bind(PodObject("p"), "n9");
        _world.Breaks("PodIsBoundOnce", "pod default/p was bound to n9, which never was a node");
    }

    [Fact]
    public void A_node_that_is_cordoned_gets_no_pod()
    {
        _world.At(10.Seconds()).Put(NodeObject("n1") with { Spec = new NodeSpec { Unschedulable = true } });
        _world.At(49.Seconds()).Bind(PodObject("early"), "n1");
        _world.Holds();
        _world.At(51.Seconds()).Bind(PodObject("p"), "n1");
        _world.Breaks("PodBelongsToASchedulableNode", "pod default/p was bound to n1, which was cordoned since 00:00:10");
    }

    [Fact]
    public void A_binding_that_waited_longer_than_its_assumption_is_not_judged()
    {
        _world.At(10.Seconds()).Put(NodeObject("n1", ConditionStatus.Unknown));
        _world.At(50.Seconds()).Fact(ObservationKind.AssumptionExpired, "default/p", "n1");
        _world.At(60.Seconds()).Bind(PodObject("p"), "n1");
        _world.Holds();
    }

    [Fact]
    public void A_node_is_not_overcommitted()
    {
        for (var i = 0; i < 4; i++) _world.Bind(PodObject($"p{i}", milliCpu: 1000), "n1");
        _world.Bind(PodObject("nothing", milliCpu: 0), "n1");
        _world.Holds();
        _world.Bind(PodObject("one-more", milliCpu: 1), "n1");
        _world.Breaks("NodeIsNotOvercommitted", "with pod default/one-more, n1 is to give 4,001 of its 4,000 milli-CPU");
    }

    [Fact]
    public void A_node_takes_no_more_pods_than_it_can()
    {
        for (var i = 0; i < 110; i++) _world.Bind(PodObject($"p{i}", milliCpu: 0), "n1");
        _world.Holds();
        _world.Bind(PodObject("one-more", milliCpu: 0), "n1");
        _world.Breaks("NodeIsNotOvercommitted", "with pod default/one-more, n1 is to give 111 of its 110 pods");
    }

    [Fact]
    public void Host_ports_are_taken_once()
    {
        _world.Bind(PodObject("a", hostPort: 80), "n1");
        _world.Bind(PodObject("b", hostPort: 80), "n2");
        _world.Holds();
        _world.Bind(PodObject("c", hostPort: 80), "n1");
        _world.Breaks("NodeIsNotOvercommitted", "pod default/c was bound to n1, where another pod has host port 80");
    }

    [Fact]
    public void What_ends_makes_room()
    {
        var first = _world.Bind(PodObject("first", milliCpu: 4000), "n1");
        _world.Put(first with { Status = first.Status with { Phase = PodPhase.Succeeded } });
        _world.Bind(PodObject("second", milliCpu: 4000), "n1");
        _world.Fact(ObservationKind.AssumptionExpired, "default/second", "n1");
        _world.Bind(PodObject("third", milliCpu: 4000), "n1");
        _world.Holds();
    }

    [Fact]
    public void A_daemon_that_came_just_now_is_not_the_scheduler_s_fault_but_an_old_one_is()
    {
        _world.At(10.Seconds())
            .Put(PodObject("daemon", milliCpu: 1) with { Spec = PodObject("daemon", milliCpu: 1).Spec with { NodeName = "n1" } });
        _world.At(45.Seconds()).Bind(PodObject("a", milliCpu: 4000), "n1");
        _world.Holds();
        _world.At(60.Seconds()).Bind(PodObject("b", milliCpu: 1), "n1");
        _world.Breaks("NodeIsNotOvercommitted", "with pod default/b, n1 is to give 4,002 of its 4,000 milli-CPU");
    }

    [Fact]
    public void A_policy_without_the_predicate_may_overcommit()
    {
        var world = new PlantedWorld(new SchedulerOptions
        {
            Policy = new SchedulerPolicy { Predicates = [new PredicatePolicy("HostName")], Priorities = [] },
        });
        world.Bind(PodObject("a", milliCpu: 5000, hostPort: 80), "n1");
        world.Bind(PodObject("b", milliCpu: 5000, hostPort: 80), "n1");
        world.Holds();
    }

    [Fact]
    public void A_pod_serves_where_it_is_bound()
    {
        _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n2");
        _world.Breaks("PodServesWhereItIsBound", "pod default/p serves on n2 but was bound to n1");
    }

    [Fact]
    public void A_name_serves_once()
    {
        _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1").Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.Breaks("IdentityServesOnce", "default/p serves on n1 while it serves on n1, and nobody removed it by force");
    }

    [Fact]
    public void A_pet_runs_once()
    {
        _world.Fact(ObservationKind.IdentityOverlapBegan, "default/p", "n1|n2");
        _world.Breaks("IdentityServesOnce", "default/p runs on n2 while it runs on n1, and nobody removed it by force");
    }

    [Fact]
    public void A_forced_deletion_may_make_a_pet_run_twice_and_is_named_once()
    {
        var pod = _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.At(5.Seconds()).Remove(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Instant.Start } });
        _world.Fact(ObservationKind.IdentityOverlapBegan, "default/p", "n1|n2").Fact(ObservationKind.PodServing, "default/p", "n2");
        Assert.Equal(
            "00:00:05 east: default/p runs on n2 while its earlier life still runs on n1: it was deleted by force at 00:00:05",
            Assert.Single(_world.Cluster.Exceptions));
    }

    [Fact]
    public void A_pet_may_have_several_lives_that_were_deleted_by_force_but_a_node_takes_it_anew()
    {
        foreach (var node in new[] { "n1", "n2" })
        {
            var pod = _world.Bind(PodObject("p"), node);
            _world.Remove(_world.Put(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Instant.Start } }));
        }

        _world.Fact(ObservationKind.IdentityOverlapBegan, "default/p", "n1|n2");
        _world.Holds();
        _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.IdentityOverlapBegan, "default/p", "n1|n2");
        _world.Breaks("IdentityServesOnce", "default/p runs on n2 while it runs on n1, and nobody removed it by force");
    }

    [Fact]
    public void A_life_that_was_halted_when_its_object_went_may_serve_again_beside_a_later_one()
    {
        var first = _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1").Fact(ObservationKind.PodStoppedServing, "default/p", "n1");
        _world.Remove(_world.Put(first with { Metadata = first.Metadata with { DeletionTimestamp = Instant.Start } }));
        _world.Bind(PodObject("p"), "n2");
        _world.Fact(ObservationKind.PodServing, "default/p", "n2").Fact(ObservationKind.PodServing, "default/p", "n1");
        Assert.Single(_world.Cluster.Exceptions);
        _world.Fact(ObservationKind.PodStoppedServing, "default/p", "n1").Fact(ObservationKind.PodServing, "default/p", "n2");
        _world.Breaks("IdentityServesOnce", "default/p serves on n2 while it serves on n2, and nobody removed it by force");
    }

    [Fact]
    public void So_it_may_while_an_earlier_life_serves_on()
    {
        var first = _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.Remove(_world.Put(first with { Metadata = first.Metadata with { DeletionTimestamp = Instant.Start } }));
        var second = _world.Bind(PodObject("p"), "n2");
        _world.Remove(_world.Put(second with { Metadata = second.Metadata with { DeletionTimestamp = Instant.Start } }));
        _world.Fact(ObservationKind.IdentityOverlapBegan, "default/p", "n2|n3");
        _world.Holds();
    }

    [Fact]
    public void A_forced_deletion_may_make_a_name_serve_twice_and_is_named()
    {
        var marked = _world.Bind(PodObject("p"), "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1");
        marked = _world.Put(marked with { Metadata = marked.Metadata with { DeletionTimestamp = Instant.Start } });
        _world.At(5.Seconds()).Remove(marked);
        _world.At(9.Seconds()).Bind(PodObject("p"), "n2");
        _world.Fact(ObservationKind.PodServing, "default/p", "n2");
        _world.Holds();
        Assert.Equal(
            ["00:00:09 east: default/p serves on n2 while its earlier life still serves on n1: it was deleted by force at 00:00:05"],
            _world.Cluster.Exceptions);
    }

    [Fact]
    public void A_disk_has_one_writer()
    {
        _world.Fact(ObservationKind.DiskAttached, "disk", "n1").Fact(ObservationKind.DiskAttached, "disk", "n2");
        _world.Holds();
        _world.Fact(ObservationKind.DiskDetached, "disk", "n1").Fact(ObservationKind.DiskAttached, "disk", "n1", 1);
        _world.Breaks("VolumeHasOneWriter", "disk disk is attached to n1 for writing while n2 has it for reading");
    }

    [Fact]
    public void A_volume_is_bound_to_one_claim()
    {
        var volume = Volumes.Volume("v");
        _world.Put(volume with { Phase = VolumePhase.Bound, ClaimRef = new ClaimReference(new ObjectKey("default", "a"), "") });
        var (a, b) = (Volumes.Claim("a") with { VolumeName = "v" }, Volumes.Claim("b") with { VolumeName = "v" });
        _world.Put(a with { Phase = ClaimPhase.Bound });
        _world.Put(b);
        _world.At(2.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.Put(b with { Phase = ClaimPhase.Bound });
        _world.Breaks("VolumeHasOneClaim", "volume v is bound to claim default/a and to claim default/b");
    }

    [Theory]
    [InlineData("v", "a", "", "claim default/a is bound to volume v, which names default/x")]
    [InlineData("w", "x", "", "claim default/a is bound to volume v, which does not exist")]
    [InlineData("v", "a", "a", "volume v is bound to claim default/a, which names 'w'")]
    public void A_bound_volume_and_its_claim_name_each_other(string volume, string claim, string claimOfVolume, string wrong)
    {
        var reference = new ClaimReference(new ObjectKey("default", claimOfVolume.Length > 0 ? claimOfVolume : "x"), "");
        _world.Put(Volumes.Volume(volume) with
        {
            ClaimRef = reference,
            Phase = claimOfVolume.Length > 0 ? VolumePhase.Bound : VolumePhase.Available,
        });
        _world.Put(Volumes.Claim(claim is "x" ? "a" : claim) with
        {
            VolumeName = claimOfVolume.Length > 0 ? "w" : "v",
            Phase = claimOfVolume.Length > 0 ? ClaimPhase.Pending : ClaimPhase.Bound,
        });
        _world.Fact(ObservationKind.ClaimChanged, "default/a", "Bound");
        _world.At(59.Seconds()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(1.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("VolumeHasOneClaim", wrong);
    }

    [Fact]
    public void A_pod_serves_with_its_disks_alone()
    {
        var pod = PodObject("p");
        pod = pod with
        {
            Spec = pod.Spec with
            {
                Volumes = [new Volume { Name = "data", GcePersistentDisk = new GcePersistentDisk("disk", ReadOnly: false) }],
            },
        };
        _world.Bind(pod, "n1");
        _world.Fact(ObservationKind.DiskAttached, "disk", "n1", 1).Fact(ObservationKind.PodServing, "default/p", "n1");

        // Taken, and its container stops in the same moment.
        _world.At(5.Seconds()).Fact(ObservationKind.DiskDetached, "disk", "n1").Fact(ObservationKind.PodStoppedServing, "default/p", "n1");
        _world.At(6.Seconds()).Fact(ObservationKind.NodeCameBack, "n2");
        _world.Holds();
        _world.Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.Breaks("PodRunsWithItsVolumes", "default/p serves on n1 without its disk disk");
    }

    [Fact]
    public void A_pod_whose_claim_is_deleted_goes_on_with_what_it_had()
    {
        _world.Put(Volumes.Volume("v") with { ClaimRef = new ClaimReference(new ObjectKey("default", "data"), "uid-data") });
        var claim = _world.Put(Volumes.Claim("data") with { VolumeName = "v", Phase = ClaimPhase.Bound });
        var pod = _world.Bind(With(PodObject("p"), new Volume { Name = "data", ClaimName = "data" }), "n1");
        _world.Store.Remove(claim);
        _world.Put(claim);
        _world.Put(pod);
        _world.Fact(ObservationKind.OperationDone, "delete PersistentVolumeClaim default/data")
            .Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.Holds();
        _world.Bind(With(PodObject("other"), new Volume { Name = "data", ClaimName = "data" }), "n1");
        _world.Fact(ObservationKind.PodServing, "default/other", "n1");
        _world.Breaks("PodRunsWithItsVolumes", "default/other serves on n1 without its disk disk-v");
    }

    [Fact]
    public void A_claim_keeps_its_volume()
    {
        _world.Put(Volumes.Claim("data"));
        _world.Put(Volumes.Claim("data") with { VolumeName = "v" });
        _world.Put(Volumes.Claim("data") with { VolumeName = "v", Phase = ClaimPhase.Bound });
        _world.Holds();
        _world.Put(Volumes.Claim("data") with { VolumeName = "w", Phase = ClaimPhase.Bound });
        _world.Breaks("ClaimKeepsItsVolume", "claim default/data was bound to volume v and now names 'w'");
    }

    [Fact]
    public void A_claim_is_deleted_by_users_and_the_end_of_its_namespace_alone()
    {
        foreach (var name in new[] { "asked", "lost" }) _world.Store.Remove(_world.Put(Volumes.Claim(name)));
        _world.Put(new Namespace { Metadata = new ObjectMeta { Name = "leaving" }, Phase = NamespacePhase.Terminating });
        var claim = Volumes.Claim("gone");
        _world.Store.Remove(_world.Put(claim with { Metadata = claim.Metadata with { Namespace = "leaving" } }));
        _world.At(1.Seconds()).Fact(ObservationKind.OperationDone, "delete PersistentVolumeClaim default/asked");
        _world.At(59.Seconds()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(2.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("ClaimOutlivesItsPet", "claim default/lost was deleted at 00:00:00, by no user");
    }

    [Fact]
    public void A_name_is_answered_with_an_address_that_it_had()
    {
        var pet = PodObject("zk-0");
        pet = pet with { Metadata = pet.Metadata with { Annotations = LabelSet.Of((WellKnownAnnotations.PodHostname, "zk-0")) } };
        _world.Put(pet with { Status = pet.Status with { PodIP = "10.0.0.1" } });
        _world.Put(pet with { Status = pet.Status with { PodIP = "10.0.0.2" } });
        _world.Fact(ObservationKind.DnsNameChanged, "zk-0.zk.default.svc.cluster.local", "10.0.0.1")
            .Fact(ObservationKind.DnsNameChanged, "zk-0.zk.default.svc.cluster.local");
        _world.Holds();
        _world.Fact(ObservationKind.DnsNameChanged, "zk-1.zk.default.svc.cluster.local", "10.0.0.1");
        _world.Breaks(
            "NamesAnswerWithTheirOwn", "zk-1.zk.default.svc.cluster.local is answered with 10.0.0.1, which no pod of that name ever had");
    }

    [Theory]
    [InlineData(StateKind.Quorum, "a majority: 1 of 2 members were in sync")]
    [InlineData(StateKind.PrimaryReplica, "a primary in sync ('default/zk-0')")]
    [InlineData(StateKind.Sharded, "anybody in sync who owns share 2")]
    public void Writes_need_their_members(StateKind kind, string lacks)
    {
        var world = new PlantedWorld(null, new ApplicationSpec { State = new StateSpec { Kind = kind, Copies = 2 } });
        var set = Pets.Set("zk", 3);
        world.Put(set);
        for (var i = 0; i < 3; i++)
        {
            var pet = PodObject($"zk-{i}");
            world.Put(pet with { Metadata = pet.Metadata with { CreatedBy = new ObjectReference("PetSet", set.Key, "") } });
            world.Fact(ObservationKind.MemberChanged, $"default/zk-{i}", "InSync");
        }

        world.Fact(ObservationKind.PrimaryChanged, "default/zk", "default/zk-0")
            .Fact(ObservationKind.StateChanged, "default/zk", "Writable");

        // Within a moment nothing is judged.
        world.At(1.Seconds())
            .Fact(ObservationKind.MemberChanged, "default/zk-0", "Down")
            .Fact(ObservationKind.MemberChanged, "default/zk-2", "CatchingUp");
        world.Fact(ObservationKind.StateChanged, "default/zk", "NoQuorum");
        world.At(2.Seconds()).Fact(ObservationKind.StateChanged, "default/zk", "Writable");
        world.Holds();
        world.At(3.Seconds()).Fact(ObservationKind.NodeCameBack, "n2");
        world.Breaks("WritesNeedTheirMembers", $"default/zk was writable at 00:00:02 without {lacks}");
    }

    [Theory]
    [InlineData("", 15 * 60, true)]
    [InlineData("", (15 * 60) - 1, false)]
    [InlineData("n2", 16 * 60, false)]
    public void Free_volumes_are_mounted(string holder, int ends, bool isBroken)
    {
        _world.Fact(ObservationKind.DiskCreated, "disk", "a");
        if (holder.Length > 0) _world.Fact(ObservationKind.DiskAttached, "disk", holder, 1);
        var disk = new Volume { Name = "data", GcePersistentDisk = new GcePersistentDisk("disk", ReadOnly: false) };
        _world.Bind(With(PodObject("mounted"), disk), "n1");
        _world.Fact(ObservationKind.VolumesMounted, "default/mounted", "n1");
        _world.Bind(With(PodObject("p"), disk), "n1");
        _world.At(ends.Seconds()).Fact(ObservationKind.RunEnded, "east");
        if (isBroken)
        {
            _world.Breaks(
                "FreeVolumesAreMounted", "pod default/p is on n1 since 00:00:00 without its volumes, although nothing else has them");
        }
        else _world.Holds();
    }

    /// <summary>Such a pod may wait for an image for ever.</summary>
    [Fact]
    public void Nobody_tells_when_a_folder_of_the_node_is_there()
    {
        var claim = new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta { Name = "data", Namespace = "default", Uid = "claim" },
            VolumeName = "pv",
            Phase = ClaimPhase.Bound,
        };
        _world.Put(new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = "pv" },
            HostPath = new HostPath("/data"),
            ClaimRef = new ClaimReference(claim.Key, "claim"),
        });
        _world.Put(claim);
        _world.Bind(With(PodObject("p"), new Volume { Name = "data", ClaimName = "data" }), "n1");
        _world.At(16.Minutes()).Fact(ObservationKind.RunEnded, "east");
        Assert.DoesNotContain(_world.Cluster.Broken, broken => broken.Invariant == "FreeVolumesAreMounted");
    }

    /// <summary>Its kubelet has looked up the disk of the old one, and waits for that for good.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_pod_whose_claim_was_made_anew_waits_for_the_old_disk(bool isMadeAnew, bool holds)
    {
        var claim = new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta { Name = "data", Namespace = "default", Uid = "claim" },
            VolumeName = "pv",
            Phase = ClaimPhase.Bound,
        };
        _world.Put(new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = "pv" },
            GcePersistentDisk = new GcePersistentDisk("disk", ReadOnly: false),
            ClaimRef = new ClaimReference(claim.Key, "claim"),
        });
        _world.Put(claim);
        _world.Fact(ObservationKind.DiskCreated, "disk", "a");
        _world.Bind(With(PodObject("p"), new Volume { Name = "data", ClaimName = "data" }), "n1");
        if (isMadeAnew)
        {
            _world.Store.Remove(claim);
            _world.Put(claim);
        }
        _world.At(16.Minutes()).Fact(ObservationKind.RunEnded, "east");
        Assert.Equal(!holds, _world.Cluster.Broken.Any(broken => broken.Invariant == "FreeVolumesAreMounted"));
    }

    [Fact]
    public void A_pod_stops_when_its_disk_is_taken()
    {
        var pod = PodObject("p");
        pod = pod with
        {
            Spec = pod.Spec with
            {
                Volumes = [new Volume { Name = "data", GcePersistentDisk = new GcePersistentDisk("disk", ReadOnly: false) }],
            },
        };
        _world.Bind(pod, "n1");
        _world.Fact(ObservationKind.DiskAttached, "disk", "n1", 1).Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.At(5.Seconds()).Fact(ObservationKind.DiskDetached, "disk", "n1");
        _world.Holds();
        _world.At(6.Seconds()).Fact(ObservationKind.NodeCameBack, "n2");
        _world.Breaks("PodRunsWithItsVolumes", "default/p still serves on n1, from which its disk disk was taken at 00:00:05");
    }

    [Fact]
    public void A_pod_that_runs_leaves_only_when_it_was_deleted()
    {
        _world.Remove(_world.Create(PodObject("waiting")));
        var marked = _world.Bind(PodObject("marked"), "n1");
        _world.Put(marked with { Metadata = marked.Metadata with { DeletionTimestamp = Instant.Start } });
        _world.Remove(marked);
        _world.Holds();
        _world.Remove(_world.Bind(PodObject("p"), "n1"));
        _world.Breaks("PodLeavesOnlyWhenDeleted", "pod default/p was removed from n1 without having been marked for deletion");
    }

    [Fact]
    public void Containers_stop_when_their_object_is_gone()
    {
        _world.Topology.Find("n1")!.Heartbeat.Start(TimeSpan.Zero);
        foreach (var node in new[] { "n1", "n2" })
        {
            var pod = _world.Bind(PodObject($"on-{node}"), node);
            _world.Fact(ObservationKind.PodServing, $"default/on-{node}", node);
            _world.Put(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Instant.Start } });
            _world.Remove(pod);
        }

        _world.At(91.Seconds()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("ServingEndsWithTheObject", "pod default/on-n1 still serves on n1; its object was removed at 00:00:00");
    }

    [Fact]
    public void A_node_that_has_just_come_back_is_given_a_minute()
    {
        _world.Topology.Find("n1")!.Heartbeat.Start(TimeSpan.Zero);
        var pod = _world.Bind(PodObject("p") with { Spec = PodObject("p").Spec with { TerminationGracePeriod = TimeSpan.Zero } }, "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.Remove(pod);
        _world.At(61.Seconds()).Fact(ObservationKind.NodeCameBack, "n1");
        _world.At(2.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(4.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("ServingEndsWithTheObject", "pod default/p still serves on n1; its object was removed at 00:00:00");
    }

    /// <summary>World 992007629: containers that take their whole minute to stop.</summary>
    [Fact]
    public void A_pod_serves_on_for_its_grace()
    {
        _world.Topology.Find("n1")!.Heartbeat.Start(TimeSpan.Zero);
        var pod = _world.Bind(PodObject("p") with { Spec = PodObject("p").Spec with { TerminationGracePeriod = 1.Minutes() } }, "n1");
        _world.Fact(ObservationKind.PodServing, "default/p", "n1");
        _world.Put(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Instant.Start } });
        _world.Remove(pod);
        _world.At(119.Seconds()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(4.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("ServingEndsWithTheObject", "pod default/p still serves on n1; its object was removed at 00:00:00");
    }

    [Fact]
    public void A_ready_node_is_not_evicted()
    {
        _world.At(1.Minutes()).Put(NodeObject("n1", ConditionStatus.Unknown));
        _world.At(7.Minutes()).Put(NodeObject("n1"));
        _world.At(8.Minutes()).Fact(ObservationKind.NodeEvicted, "n1");
        _world.At(9.Minutes()).Fact(ObservationKind.OutageStarted, "api-server", nameof(OutageKind.ProgramFreeze));
        _world.At(22.Minutes()).Fact(ObservationKind.NodeEvicted, "n1");
        _world.At(25.Minutes()).Fact(ObservationKind.OutageEnded, "api-server", nameof(OutageKind.ProgramFreeze));
        _world.At(26.Minutes()).Fact(ObservationKind.NodeEvicted, "n1");
        _world.Holds();
        _world.At(36.Minutes()).Fact(ObservationKind.NodeEvicted, "n1");
        _world.Breaks("EvictionFollowsSilence", "the pods of n1 are evicted, but it is ready since 00:07:00");
    }

    [Theory]
    [InlineData("gone", "does not exist")]
    [InlineData("sick", "is not ready")]
    public void Endpoints_name_ready_pods(string target, string state)
    {
        _world.Bind(PodObject("sick"), "n1");
        _world.Put(Workloads.Service("web"));
        _world.Put(new Endpoints
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Subsets = [new EndpointSubset([new EndpointAddress("10.0.0.1", target, "", "")], [], [])],
        });
        _world.At(10.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("EndpointsNameReadyPods", $"service default/web sends users to 10.0.0.1, but pod {target} {state}");
    }

    /// <summary>World 992007850: the machine of its only member hung.</summary>
    [Fact]
    public void Nothing_is_asked_while_etcd_has_no_leader()
    {
        _world.Bind(PodObject("sick"), "n1");
        _world.Put(Workloads.Service("web"));
        _world.Put(new Endpoints
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Subsets = [new EndpointSubset([new EndpointAddress("10.0.0.1", "sick", "", "")], [], [])],
        });
        _world.At(1.Minutes()).Fact(ObservationKind.LeaderChanged, "etcd");
        _world.At(10.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.Fact(ObservationKind.LeaderChanged, "etcd", "etcd-0");
        _world.At(12.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("EndpointsNameReadyPods", "service default/web sends users to 10.0.0.1, but pod sick is not ready");
    }

    [Fact]
    public void Replicas_are_complete_in_the_end()
    {
        _world.At(1.Minutes()).Put(Workloads.Controller("web", replicas: 2, milliCpu: 100));
        _world.Bind(PodObject("a"), "n1");
        _world.At(6.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(7.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks(
            "ReplicasAreComplete", "ReplicationController default/web wants 2 replicas and has 1, and nothing has changed since 00:01:00");
    }

    [Theory]
    [InlineData(2, "wants 3 replicas and has 2, all ready")]
    [InlineData(3, "has 3 ready pods but reports 0 updated and 0 available of 0")]
    public void A_deployment_in_rest_has_rolled_out(int pods, string wrong)
    {
        _world.Put(new Deployment { Metadata = new ObjectMeta { Name = "web", Namespace = "default" }, Replicas = 3, Selector = Web });
        for (var i = 0; i < pods; i++)
        {
            _world.Put(_world.Bind(PodObject($"p{i}"), "n1") with
            {
                Status = new PodStatus { Phase = PodPhase.Running, Ready = new Condition(ConditionStatus.True, "", null) },
            });
        }
        _world.At(9.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("ReplicasAreComplete", $"Deployment default/web {wrong}, and nothing has changed since 00:00:00");
    }

    [Fact]
    public void A_daemon_set_in_rest_has_a_pod_on_each_node()
    {
        _world.Put(new DaemonSet { Metadata = new ObjectMeta { Name = "web", Namespace = "default" }, Selector = Web });
        _world.Bind(PodObject("a"), "n1");
        _world.At(9.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("ReplicasAreComplete", "DaemonSet default/web has no pod on n2, and nothing has changed since 00:00:00");
    }

    [Fact]
    public void A_pet_set_in_rest_has_its_pets_unless_one_is_sick()
    {
        var set = _world.Put(Pets.Set("web", 3));
        for (var i = 0; i < 2; i++) _world.Put(_world.Bind(Pet(set, i), "n1") with { Status = Running(isReady: i == 0) });
        _world.At(9.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(TimeSpan.Zero).Put(_world.Store.Find<Pod>("Pod", Pet(set, 1).Key)! with { Status = Running(isReady: true) });
        _world.At(9.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks(
            "ReplicasAreComplete",
            "PetSet default/web wants 3 pets and has 2, all of them healthy, and nothing has changed since 00:00:00");
    }

    [Fact]
    public void A_pet_waits_for_the_one_that_was_created_before()
    {
        var set = _world.Put(Pets.Set("web", 3));
        _world.At(1.Seconds()).Create(Pet(set, 0));
        _world.At(2.Seconds()).Put(_world.Store.Find<Pod>("Pod", Pet(set, 0).Key)! with { Status = Running(isReady: true) });
        _world.At(3.Seconds()).Create(Pet(set, 1));
        _world.Holds();
        _world.At(4.Seconds()).Create(Pet(set, 2));
        _world.Breaks(
            "PetsComeInOrder", "pet default/web-2 was created while web-1, which was created before it, has not been healthy yet");
    }

    /// <summary>World 993006814: the creation outlived its answer, and the next sync took the pet for gone.</summary>
    [Fact]
    public void A_pet_made_while_etcd_is_slow_may_be_overlooked()
    {
        var set = _world.Put(Pets.Set("web", 3));
        _world.At(1.Seconds()).Fact(ObservationKind.OutageStarted, "etcd", nameof(OutageKind.EtcdSlow));
        _world.At(2.Seconds()).Create(Pet(set, 0));
        _world.At(4.Seconds()).Create(Pet(set, 1));
        _world.Holds();
    }

    [Fact]
    public void A_new_controller_manager_does_not_know_what_its_forerunner_waited_for()
    {
        var set = _world.Put(Pets.Set("web", 3));
        _world.At(1.Seconds()).Create(Pet(set, 0));
        _world.At(2.Seconds()).Fact(ObservationKind.ComponentStarted, "controller-manager-0").Create(Pet(set, 1));
        _world.Holds();
    }

    [Fact]
    public void No_pet_is_created_while_one_before_it_is_missing()
    {
        var set = _world.Put(Pets.Set("web", 3));
        _world.At(1.Seconds()).Remove(_world.Create(Pet(set, 0)));
        _world.At(20.Seconds()).Create(Pet(set, 1));
        _world.Holds();
        _world.Put(_world.Store.Find<Pod>("Pod", Pet(set, 1).Key)! with { Status = Running(isReady: true) });
        _world.At(60.Seconds()).Create(Pet(set, 2));
        _world.Breaks("PetsComeInOrder", "pet default/web-2 was created although web-0 is missing");
    }

    private static Pod Pet(PetSet set, int ordinal)
    {
        var pet = PetIdentity.AllOf(set)[ordinal].Pod;
        return pet with
        {
            Metadata = pet.Metadata with { Uid = $"uid-{ordinal}", CreationTimestamp = Instant.Start },
            Spec = pet.Spec with { TerminationGracePeriod = TimeSpan.Zero },
        };
    }

    private static PodStatus Running(bool isReady) =>
        new() { Phase = PodPhase.Running, Ready = new Condition(isReady ? ConditionStatus.True : ConditionStatus.False, "", null) };

    [Theory]
    [InlineData(2, "wants 2 active pods and has 1")]
    [InlineData(1, null)]
    public void A_job_in_rest_has_the_pods_that_it_wants(int completions, string? wrong)
    {
        _world.Put(new Job
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Selector = Web,
            Parallelism = 5,
            Completions = completions,
        });
        _world.Bind(PodObject("a"), "n1");
        _world.At(12.Minutes()).Fact(ObservationKind.RunEnded, "east");
        if (wrong is null) _world.Holds();
        else _world.Breaks("ReplicasAreComplete", $"Job default/web {wrong}, and nothing has changed since 00:00:00");
    }

    [Fact]
    public void Nothing_waits_untried()
    {
        var tried = _world.Create(PodObject("tried"));
        _world.Put(tried with { Status = tried.Status with { Scheduled = new Condition(ConditionStatus.False, "Unschedulable", null) } });
        _world.Create(PodObject("assumed"));
        _world.Fact(ObservationKind.AssumptionExpired, "default/assumed", "n1");
        _world.Create(PodObject("forgotten"));
        _world.At(1.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.At(3.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Breaks("PendingHasAReason", "pod default/forgotten waits since 00:00:00 without ever having been tried");
    }

    [Fact]
    public void An_autoscaler_keeps_its_bounds_old_ones_too()
    {
        var scaler = (HorizontalPodAutoscaler)_world.Put(Autoscalers.Of("web", max: 5, min: 2));
        _world.Put(scaler with { MinReplicas = 4, MaxReplicas = 8 });
        foreach (var size in new[] { 2, 5, 8 })
        {
            _world.At((size * 400).Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: size);
        }
        _world.Holds();
        _world.At(1.Hours()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: 9);
        _world.Breaks("AutoscalerKeepsItsBounds", "default/web scales to 9, never allowed by its bounds");
    }

    [Theory]
    [InlineData(8, 1, true)]
    [InlineData(8, 3, false)]
    public void A_node_that_has_been_busy_is_not_removed(int unneeded, int busy, bool holds)
    {
        var world = PlantedWorld.Of(new ClusterAutoscalerOptions { ScaleDownUnneededTime = 1.Minutes() });
        world.Put(NodeObject("n1"));
        world.At(TimeSpan.FromMinutes(unneeded)).Bind(PodObject("p", milliCpu: 4000), "n1");
        world.At(TimeSpan.FromMinutes(unneeded + busy)).Fact(ObservationKind.GroupShrunk, "n1", value: 60_000_001);
        if (holds) world.Holds();
        else world.Breaks("RemovedNodeWasUnneeded", "n1 was deleted, and was above the threshold at 00:08:00");
    }

    [Theory]
    [InlineData(3, 4, 170, false)]
    [InlineData(3, 4, 178, true)]
    [InlineData(3, 1, 290, false)]
    [InlineData(3, 1, 298, true)]
    public void An_autoscaler_waits(int from, int to, int seconds, bool holds)
    {
        _world.Put(Autoscalers.Of("web", max: 5));
        _world.At(10.Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: from, extra: 1);
        _world.At((10 + seconds).Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: to, extra: from);
        if (holds) _world.Holds();
        else
        {
            _world.Breaks(
                "AutoscalerWaits", $"default/web scales from {from} to {to} 00:0{seconds / 60}:{seconds % 60} after its last scaling");
        }
    }

    /// <summary>A renewal that hangs lets the old leader work on beside the new one.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Two_processes_may_scale_where_the_old_one_does_not_see_that_it_has_lost(bool hasEnded, bool holds)
    {
        _world.Put(Autoscalers.Of("web", max: 5));
        _world.At(10.Seconds()).Fact(ObservationKind.LeaderChanged, "controller-manager", "controller-manager-1");
        if (hasEnded) _world.At(11.Seconds()).Fact(ObservationKind.ComponentStopped, "controller-manager-0", "lost-lease");
        _world.At(20.Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: 3, extra: 1);
        _world.At(21.Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: 3, extra: 1);
        if (holds) _world.Holds();
        else _world.Breaks("AutoscalerWaits", "default/web scales from 1 to 3 00:00:01 after its last scaling");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Two_schedulers_know_nothing_of_each_other(bool hasEnded, bool holds)
    {
        _world.At(10.Seconds()).Fact(ObservationKind.LeaderChanged, "scheduler", "scheduler-1");
        if (hasEnded) _world.At(11.Seconds()).Fact(ObservationKind.ComponentStopped, "scheduler-0", "lost-lease");
        if (hasEnded) _world.At(14.Seconds()).Fact(ObservationKind.ComponentStarted, "scheduler-0");
        _world.At(2.Minutes()).Bind(PodObject("a", milliCpu: 3000), "n1");
        _world.Bind(PodObject("b", milliCpu: 3000), "n1");
        if (holds) _world.Holds();
        else Assert.Equal("NodeIsNotOvercommitted", Assert.Single(_world.Cluster.Broken).Invariant);
    }

    [Fact]
    public void A_new_controller_manager_may_have_forgotten_the_last_scaling()
    {
        _world.Put(Autoscalers.Of("web", max: 5));
        _world.At(10.Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: 3, extra: 1);
        _world.At(11.Seconds()).Fact(ObservationKind.ComponentStopped, "controller-manager-0", "crash");
        _world.At(30.Seconds()).Fact(ObservationKind.AutoscalerScaled, "default/web", value: 4, extra: 3);
        _world.Holds();
    }

    [Fact]
    public void While_the_control_plane_is_in_trouble_nothing_is_asked_of_it()
    {
        _world.Create(PodObject("forgotten"));
        _world.Fact(ObservationKind.OutageStarted, "api-server", nameof(OutageKind.ApiServerDown));
        _world.At(9.Minutes()).Fact(ObservationKind.RunEnded, "east");
        _world.Holds();
        _world.Fact(ObservationKind.OutageEnded, "api-server", nameof(OutageKind.ApiServerDown));
        _world.At(12.Minutes()).Fact(ObservationKind.RunEnded, "east");
        Assert.Equal("PendingHasAReason", Assert.Single(_world.Cluster.Broken).Invariant);
    }
}
