using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.Tests.Stories;
using Xunit;
using static Simulator.Tests.Stories.Volumes;

namespace Simulator.Tests.ControlPlane;

/// <summary>Binding and reclaiming, call by call.</summary>
public sealed class PersistentVolumeControllerTests
{
    private readonly PersistentVolumeController _controller;
    private readonly InstantHost _host;

    public PersistentVolumeControllerTests()
    {
        _controller = new PersistentVolumeController(new PersistentVolumeOptions { Provisioner = DiskProvisioner.Gce }, Instant.Start);
        _host = new InstantHost(_controller);
    }

    private PersistentVolumeClaim ClaimNow(string name) => _host.Get<PersistentVolumeClaim>(name);

    private PersistentVolume VolumeNow(string name) => _host.Get<PersistentVolume>(name);

    [Fact]
    public void A_binding_is_four_writes_and_then_nothing()
    {
        _host.Put(Volume("v"));
        Assert.Equal(["PUT status PersistentVolume v"], _host.Calls);
        Assert.Equal(VolumePhase.Available, VolumeNow("v").Phase);
        _host.Put(Claim("c"));
        Assert.Equal(
            ["PUT PersistentVolume v", "PUT status PersistentVolume v", "PUT PersistentVolumeClaim c", "PUT status PersistentVolumeClaim "
                + "c"],
            _host.Calls.Skip(1));
        Assert.Equal(
            (VolumePhase.Bound, new ClaimReference(new ObjectKey("default", "c"), "uid-c")),
            (VolumeNow("v").Phase, VolumeNow("v").ClaimRef!));
        Assert.Equal((ClaimPhase.Bound, "v"), (ClaimNow("c").Phase, ClaimNow("c").VolumeName));
        Assert.Equal(
            "pv.kubernetes.io/bind-completed=yes,pv.kubernetes.io/bound-by-controller=yes", ClaimNow("c").Metadata.Annotations.ToString());
        Assert.Equal("pv.kubernetes.io/bound-by-controller=yes", VolumeNow("v").Metadata.Annotations.ToString());
        _host.RunUntil(10.Minutes());
        Assert.Equal(5, _host.Calls.Count);
        Assert.Null(_controller.NextWake);
    }

    [Fact]
    public void The_smallest_that_is_large_enough_is_taken_but_one_with_fewer_modes_first()
    {
        _host.Put(Volume("big", "100Gi"));
        _host.Put(Volume("small", "5Gi"));
        _host.Put(Volume("fits", "20Gi"));
        _host.Put(Volume("exact", "10Gi", "ReadWriteOnce", "ReadOnlyMany"));
        _host.Put(Claim("a"));
        _host.Put(Claim("b"));
        _host.Put(Claim("c"));
        Assert.Equal(["fits", "big", "exact"], new[] { "a", "b", "c" }.Select(name => ClaimNow(name).VolumeName));
    }

    [Fact]
    public void What_is_reserved_for_a_claim_is_its_alone_whatever_its_size()
    {
        _host.Put(Volume("tiny", "1Gi") with { ClaimRef = new ClaimReference(new ObjectKey("default", "mine"), "") });
        Assert.Equal(VolumePhase.Available, VolumeNow("tiny").Phase);
        _host.Put(Claim("other", "1Gi"));
        Assert.Equal(ClaimPhase.Pending, ClaimNow("other").Phase);
        _host.Put(Claim("mine", "500Gi"));
        Assert.Equal("tiny", ClaimNow("mine").VolumeName);
        Assert.Equal("uid-mine", VolumeNow("tiny").ClaimRef!.Uid);
        Assert.Empty(VolumeNow("tiny").Metadata.Annotations);
    }

    [Fact]
    public void Of_two_claims_one_waits_and_is_looked_at_again_at_the_next_quarter_minute()
    {
        _host.Put(Volume("v"));
        _host.Put(Claim("a"));
        _host.Put(Claim("b"));
        Assert.Equal((ClaimPhase.Bound, ClaimPhase.Pending), (ClaimNow("a").Phase, ClaimNow("b").Phase));
        Assert.Equal(
            ("default/b", "no volume fits 10Gi ReadWriteOnce"), Assert.Single(Notes().Select(note => (note.Claim.ToString(), note.Why))));
        _host.RunUntil(52.Seconds());
        _host.Put(Volume("w"));
        _host.RunUntil(59.Seconds());
        Assert.Equal(ClaimPhase.Pending, ClaimNow("b").Phase);
        _host.RunUntil(60.Seconds());
        Assert.Equal((ClaimPhase.Bound, "w"), (ClaimNow("b").Phase, ClaimNow("b").VolumeName));
    }

    [Fact]
    public void Who_waits_in_vain_costs_nothing()
    {
        _host.Put(Claim("a"));
        _host.RunUntil(1.Minutes());
        Assert.Null(_controller.NextWake);
        Assert.Empty(_host.Calls);
    }

    [Fact]
    public void A_volume_that_the_user_names_is_taken_as_it_is_if_it_is_free()
    {
        _host.Put(Volume("v", "1Gi", "ReadOnlyMany"));
        _host.Put(Claim("a") with { VolumeName = "v" });
        _host.Put(Claim("b") with { VolumeName = "v" });
        _host.Put(Claim("c") with { VolumeName = "x" });
        Assert.Equal(
            (ClaimPhase.Bound, ClaimPhase.Pending, ClaimPhase.Pending), (ClaimNow("a").Phase, ClaimNow("b").Phase, ClaimNow("c").Phase));
        Assert.Equal("pv.kubernetes.io/bind-completed=yes", ClaimNow("a").Metadata.Annotations.ToString());
        Assert.Equal(["volume v belongs to claim default/a", "there is no volume x"], Notes().Select(note => note.Why));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_write_that_fails_is_made_up_for_at_the_next_event_or_resync(int successes)
    {
        _host.Put(Volume("v"));
        var writes = 0;
        _host.Fault = _ => writes++ == successes ? ApiResult.Unavailable : ApiResult.Ok;
        _host.Put(Claim("c"));
        if (successes == 0) Assert.Equal((1, ClaimPhase.Pending), (writes, ClaimNow("c").Phase));
        _host.RunUntil(15.Seconds());
        Assert.Equal(5, writes);
        Assert.Equal((ClaimPhase.Bound, VolumePhase.Bound, "v"), (ClaimNow("c").Phase, VolumeNow("v").Phase, ClaimNow("c").VolumeName));
    }

    [Fact]
    public void A_claim_whose_volume_vanishes_is_lost_and_stays_so()
    {
        _host.Put(Volume("v"));
        _host.Put(Claim("c"));
        _host.Delete(VolumeNow("v"));
        Assert.Equal(ClaimPhase.Lost, ClaimNow("c").Phase);
        Assert.Equal("ClaimLost", Assert.Single(_host.Events).Reason);
        _host.Put(Volume("w"));
        _host.RunUntil(1.Minutes());
        Assert.Equal((ClaimPhase.Lost, "v"), (ClaimNow("c").Phase, ClaimNow("c").VolumeName));
    }

    [Fact]
    public void A_claim_that_is_made_anew_does_not_get_its_old_volume()
    {
        _host.Put(Volume("v"));
        _host.Put(Claim("c"));
        _host.Delete(ClaimNow("c"));
        Assert.Equal(VolumePhase.Released, VolumeNow("v").Phase);
        _host.Put(Claim("c") with { Metadata = Claim("c").Metadata with { Uid = "another" } });
        _host.RunUntil(5.Minutes());
        Assert.Equal((ClaimPhase.Pending, VolumePhase.Released), (ClaimNow("c").Phase, VolumeNow("v").Phase));
        Assert.Null(_controller.NextWake);
    }

    [Fact]
    public void A_bound_claim_on_anothers_volume_is_misbound()
    {
        _host.Put(Volume("v"));
        _host.Put(Claim("a"));
        var copy = Claim("b") with { VolumeName = "v", Phase = ClaimPhase.Bound };
        _host.Put(copy with { Metadata = copy.Metadata with { Annotations = ClaimNow("a").Metadata.Annotations } });
        Assert.Equal((ClaimPhase.Bound, ClaimPhase.Lost), (ClaimNow("a").Phase, ClaimNow("b").Phase));
        Assert.Equal("ClaimMisbound", Assert.Single(_host.Events).Reason);
    }

    [Fact]
    public void A_volume_whose_claim_took_another_is_free_again()
    {
        var taken = Volume("v") with { ClaimRef = new ClaimReference(new ObjectKey("default", "c"), "uid-c"), Phase = VolumePhase.Bound };
        _host.Put(Volume("w"));
        _host.Put(Claim("c"));
        _host.Put(taken with
        {
            Metadata = taken.Metadata with { Annotations = LabelSet.Of((WellKnownAnnotations.BoundByController, "yes")) },
        });
        _host.Put(taken with { Metadata = taken.Metadata with { Name = "pinned" } });
        Assert.Equal((VolumePhase.Available, null), (VolumeNow("v").Phase, VolumeNow("v").ClaimRef));
        Assert.Equal((VolumePhase.Available, ""), (VolumeNow("pinned").Phase, VolumeNow("pinned").ClaimRef!.Uid));
        Assert.Equal("w", ClaimNow("c").VolumeName);
    }

    [Fact]
    public void Recycling_takes_a_minute_and_makes_the_volume_free_for_the_next()
    {
        _host.Put(Volume("v") with { ReclaimPolicy = "Recycle", GcePersistentDisk = null, Nfs = new Nfs("server", "/") });
        _host.Put(Claim("a"));
        _host.RunUntil(10.Seconds());
        _host.Delete(ClaimNow("a"));
        _host.Put(Claim("b"));
        _host.RunUntil(69.Seconds());
        Assert.Equal(VolumePhase.Released, VolumeNow("v").Phase);
        _host.RunUntil(75.Seconds());
        Assert.Equal((VolumePhase.Bound, "uid-b"), (VolumeNow("v").Phase, VolumeNow("v").ClaimRef!.Uid));
    }

    [Fact]
    public void What_cannot_be_recycled_fails()
    {
        _host.Put(Volume("v") with { ReclaimPolicy = "Recycle" });
        _host.Put(Claim("a"));
        _host.Delete(ClaimNow("a"));
        _host.RunUntil(2.Minutes());
        Assert.Equal(VolumePhase.Failed, VolumeNow("v").Phase);
        Assert.Equal("VolumeFailedRecycle", Assert.Single(_host.Events).Reason);
        Assert.Null(_controller.NextWake);
    }

    [Fact]
    public void Deleting_removes_the_disk_and_then_the_volume()
    {
        _host.Put(Volume("v") with { ReclaimPolicy = "Delete" });
        _host.Put(Claim("a"));
        _host.Calls.Clear();
        _host.Delete(ClaimNow("a"));
        Assert.Equal(
            ["PUT status PersistentVolume v", "GET PersistentVolume v", "delete disk-v", "DELETE PersistentVolume v"], _host.Calls.Take(4));
        Assert.Empty(_host.All<PersistentVolume>());
    }

    [Fact]
    public void A_deletion_that_fails_is_tried_at_resyncs_once_its_doubling_back_off_is_over()
    {
        _host.Put(Volume("v") with { ReclaimPolicy = "Delete" });
        _host.Put(Claim("a"));
        _host.Fault = request => request is DeleteDiskRequest ? ApiResult.Conflict : ApiResult.Ok;
        _host.Delete(ClaimNow("a"));
        List<int> tries = [];
        for (var second = 0; second <= 600; second++)
        {
            _host.Calls.Clear();
            _host.RunUntil(second.Seconds());
            tries.AddRange(_host.Calls.Where(call => call == "delete disk-v").Select(_ => second));
        }

        // Back-off after the failures: 0.5, 1, 2, 4, 8, 16, 32, 64, 120, 120 s.
        Assert.Equal([15, 30, 45, 60, 75, 105, 150, 225, 345, 465, 585], tries);
        Assert.Equal(VolumePhase.Failed, VolumeNow("v").Phase);
        Assert.Equal("VolumeFailedDelete", Assert.Single(_host.Events).Reason);
    }

    [Fact]
    public void A_volume_is_made_for_a_claim_that_asks_for_it_even_beside_a_free_one()
    {
        _host.Put(Node("n1", "b"));
        _host.Put(Volume("v"));
        _host.Calls.Clear();
        _host.Put(Made("data", "1500Mi"));
        Assert.Equal(
            ["GET PersistentVolume pvc-uid-data", "make kubernetes-dynamic-pvc-uid-data in 'b'", "POST PersistentVolume pvc-uid-data"],
            _host.Calls.Take(3));
        var made = VolumeNow("pvc-uid-data");
        Assert.Equal(
            ("2Gi", "Delete", VolumePhase.Bound, "uid-data"),
            (made.Capacity.Amounts[0].Value.ToString(), made.ReclaimPolicy, made.Phase, made.ClaimRef!.Uid));
        Assert.Equal(
            "failure-domain.beta.kubernetes.io/region=r,failure-domain.beta.kubernetes.io/zone=b", made.Metadata.Labels.ToString());
        Assert.Equal("kubernetes.io/gce-pd", made.Metadata.Annotations[WellKnownAnnotations.ProvisionedBy]);
        Assert.Equal(("pvc-uid-data", ClaimPhase.Bound), (ClaimNow("data").VolumeName, ClaimNow("data").Phase));
        Assert.Equal(
            ["PUT status PersistentVolume pvc-uid-data", "PUT PersistentVolumeClaim data", "PUT status PersistentVolumeClaim data"],
            _host.Calls.Skip(3));
    }

    [Fact]
    public void A_volume_that_cannot_be_stored_is_tried_five_times_and_its_disk_is_deleted_then()
    {
        _host.Fault = request => request is CreateRequest ? ApiResult.Unavailable : ApiResult.Ok;
        _host.Put(Made("data"));
        _host.RunUntil(49.Seconds());
        Assert.Equal(5, _host.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)));
        Assert.DoesNotContain("delete kubernetes-dynamic-pvc-uid-data", _host.Calls);
        _host.RunUntil(50.Seconds());
        Assert.Equal("delete kubernetes-dynamic-pvc-uid-data", _host.Calls[^1]);
        _host.Fault = _ => ApiResult.Ok;
        _host.RunUntil(60.Seconds());
        Assert.Equal(ClaimPhase.Bound, ClaimNow("data").Phase);
    }

    private static Node Node(string name, string zone) => new()
    {
        Metadata = new ObjectMeta { Name = name, Labels = LabelSet.Of((WellKnownLabels.Zone, zone), (WellKnownLabels.Region, "r")) },
    };

    private List<ClaimNote> Notes()
    {
        List<ClaimNote> notes = [];
        _controller.TakeNotes(notes);
        return notes;
    }
}
