using Simulator.Api;
using Simulator.World.ApiServer;
using Simulator.World.Explanation;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.World.Explanation;

/// <summary>What a pod waits for is the first thing that is not there yet.</summary>
public sealed class PodWaitsTests
{
    private const string Name = "default/zk-1";

    private static readonly ObjectKey Key = new("default", "zk-1");
    private readonly ObjectStore _store = new();
    private readonly StorageWitness _storage = new();
    private readonly PodLifeline _life = new(Name);
    private int _seconds;

    public PodWaitsTests()
    {
        _store.Put(new PetSet { Metadata = Meta("zk"), Replicas = 3 });
        _store.Put(new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = "pv-1" },
            GcePersistentDisk = new GcePersistentDisk("pd-1", false),
        });
        _store.Put(Pet("zk-1", ConditionStatus.False));
        Claim("", ClaimPhase.Pending);
        See(ObservationKind.PodCreated, Name, "default/zk");
    }

    [Fact]
    public void A_claim_without_a_volume_and_what_the_binder_said()
    {
        See(ObservationKind.ClaimWaits, "default/data-zk-1", "no volume is as large as 100");
        Expect("the claim default/data-zk-1, which is Pending: no volume is as large as 100");
    }

    [Fact]
    public void A_claim_that_is_not_there() =>
        ExpectAfter(
            () => _store.Remove(_store.Find("PersistentVolumeClaim", new ObjectKey("default", "data-zk-1"))!),
            "the claim default/data-zk-1, which does not exist");

    [Fact]
    public void A_node_only_once_its_claim_is_bound()
    {
        Claim("pv-1", ClaimPhase.Bound);
        Expect();
    }

    [Fact]
    public void A_disk_that_another_machine_has()
    {
        See(ObservationKind.DiskAttached, "pd-1", "n1", 1);
        See(ObservationKind.PodRemoved, Name, "n1");
        See(ObservationKind.PodCreated, Name, "default/zk");
        Bind();
        Expect("the disk of its claim data-zk-1 (pd-1), attached to n1 since 0:00:02; unless the kubelet there says that it is "
            + "unmounted, it is taken by force six minutes after its old pod was gone at 0:00:03");
        See(ObservationKind.DiskDetached, "pd-1", "n1");
        Expect("the disk of its claim data-zk-1 (pd-1) to be attached to n2");
        See(ObservationKind.DiskAttachRefused, "pd-1", "n2", 2);
        Expect("the disk of its claim data-zk-1 (pd-1): n2 has as many as the cloud attaches to one");
        See(ObservationKind.DiskAttached, "pd-1", "n2", 1);
        Expect("its volumes to be mounted on n2");
    }

    [Fact]
    public void Its_init_containers_one_after_the_other()
    {
        Bind();
        See(ObservationKind.VolumesMounted, Name, "n2");
        Expect("its init container clone (1 of 2), since 0:00:03");
        See(ObservationKind.InitContainerEnded, Name, "clone", 2_000_000, 1);
        Expect("its init container clone (1 of 2), since 0:00:04");
        See(ObservationKind.InitContainerEnded, Name, "clone", 2_000_000);
        Expect("its init container elect (2 of 2), since 0:00:05");
        See(ObservationKind.PodServing, Name, "n2");
        Expect();
    }

    [Theory]
    [InlineData(ConditionStatus.False, "true", "zk-0, which is not ready: a PetSet creates one pet at a time")]
    [InlineData(
        ConditionStatus.True, "",
        "zk-0, which nobody has initialized (pod.alpha.kubernetes.io/initialized): a PetSet creates one pet at a time")]
    [InlineData(ConditionStatus.True, "true", "the next sync of its PetSet")]
    public void Another_pet_of_its_set(ConditionStatus ready, string initialized, string expected)
    {
        _store.Remove(_store.Find("Pod", Key)!);
        _store.Put(Pet("zk-0", ready, initialized));
        Expect(expected);
    }

    [Fact]
    public void Nothing_if_its_set_no_longer_asks_for_it()
    {
        _store.Remove(_store.Find("Pod", Key)!);
        _store.Put(_store.Find<PetSet>("PetSet", new ObjectKey("default", "zk"))! with { Replicas = 1 });
        Expect();
    }

    private void Bind()
    {
        Claim("pv-1", ClaimPhase.Bound);
        See(ObservationKind.PodBound, Name, "n2");
    }

    private void ExpectAfter(Action change, string wait)
    {
        change();
        Expect(wait);
    }

    private void Expect(params string[] waits) => Assert.Equal(waits, new PodWaits(_store, _storage, _life).Of(Key));

    private void See(ObservationKind kind, string subject, string other, long value = 0, long extra = 0)
    {
        var fact = new Observation(TimeSpan.FromSeconds(++_seconds), kind, "east", subject, other, value, extra);
        _storage.Observe(fact);
        _life.Observe(fact);
    }

    private void Claim(string volume, ClaimPhase phase)
    {
        var claim = new PersistentVolumeClaim { Metadata = Meta("data-zk-1"), VolumeName = volume, Phase = phase };
        if (_store.Find<PersistentVolumeClaim>("PersistentVolumeClaim", claim.Key) is { } old)
        {
            claim = old with { VolumeName = volume, Phase = phase };
        }
        _store.Put(claim);
    }

    private static Pod Pet(string name, ConditionStatus ready, string initialized = "") => new()
    {
        Metadata = Meta(name) with
        {
            Annotations = LabelSet.Of((WellKnownAnnotations.PetInitialized, initialized)),
            CreatedBy = new ObjectReference("PetSet", new ObjectKey("default", "zk"), "u1"),
        },
        Spec = new PodSpec
        {
            InitContainers = [new Container { Name = "clone" }, new Container { Name = "elect" }],
            Volumes = [new Volume { Name = "data", ClaimName = "data-zk-1" }],
        },
        Status = new PodStatus { Phase = PodPhase.Running, Ready = new Condition(ready, "", null) },
    };

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = "default" };
}
