using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;
using static Simulator.Tests.Stories.Volumes;

namespace Simulator.Tests.Stories;

/// <summary>Claims and volumes in whole clusters.</summary>
public sealed class ClaimStories
{
    private static readonly ControllerManagerOptions WithCloud = new() { CloudProvider = true };

    [Fact]
    public void A_claim_gets_its_volume_within_a_second()
    {
        var cluster = Empty().With(10.Seconds(), Volume("v"), Claim("data")).RunFor(12.Seconds());
        Assert.Equal((ClaimPhase.Bound, "v"), (ClaimNow(cluster).Phase, ClaimNow(cluster).VolumeName));
        Assert.Equal(["Pending", "Bound"], cluster.Of(ObservationKind.ClaimChanged).Select(fact => fact.Other));
        Assert.Equal("disk-v", Assert.Single(cluster.Cluster.Cloud.Disks.All).Name);
    }

    [Fact]
    public void A_claim_without_a_volume_waits_and_that_is_told_once()
    {
        var cluster = Empty()
            .With(1.Seconds(), Claim("data", "20Gi"))
            .With(1.Minutes(), Volume("small"))
            .With(2.Minutes(), Volume("v", "20Gi"))
            .RunFor(90.Seconds());
        Assert.Equal(
            ("default/data", "no volume fits 20Gi ReadWriteOnce"),
            Assert.Single(cluster.Of(ObservationKind.ClaimWaits).Select(fact => (fact.Subject, fact.Other))));
        Assert.Equal(ClaimPhase.Pending, ClaimNow(cluster).Phase);
        cluster.RunFor(46.Seconds());
        Assert.Equal("v", ClaimNow(cluster).VolumeName);
    }

    [Fact]
    public void A_claim_that_asks_for_it_has_a_disk_made_after_the_clouds_time()
    {
        var cluster = Empty(WithCloud).With(10.Seconds(), Made("data", "1500Mi")).RunFor(20.Seconds());
        var disk = Assert.Single(cluster.Of(ObservationKind.DiskCreated));
        Assert.InRange(disk.At.TotalSeconds, 12, 17);
        Assert.Equal((2L << 30, ClaimPhase.Bound), (disk.Value, ClaimNow(cluster).Phase));
        var volume = VolumeNow(cluster, ClaimNow(cluster).VolumeName);
        Assert.Equal((disk.Subject, disk.Other), (volume.GcePersistentDisk!.PdName, volume.Metadata.Labels[WellKnownLabels.Zone]));
        Assert.False(Assert.Single(cluster.Cluster.Cloud.Disks.All).IsFormatted);
    }

    [Fact]
    public void Claims_of_a_pet_set_lie_in_all_zones()
    {
        var cluster = Empty(WithCloud)
            .With(1.Seconds(), [.. Enumerable.Range(0, 6).Select(number => Made($"data-zk-{number}"))])
            .RunFor(30.Seconds());
        Assert.Equal([2, 2, 2], new[] { "a", "b", "c" }.Select(zone => cluster.Cluster.Cloud.Disks.All.Count(disk => disk.Zone == zone)));
    }

    [Fact]
    public void Without_a_cloud_provider_no_disk_is_ever_made()
    {
        var cluster = Empty().With(1.Seconds(), Made("data")).RunFor(5.Minutes());
        Assert.Equal("No provisioner plugin found for the claim!", Assert.Single(cluster.Of(ObservationKind.ClaimWaits)).Other);
        Assert.Empty(cluster.Cluster.Cloud.Disks.All);
    }

    [Fact]
    public void While_the_cloud_is_down_the_claim_waits_and_gets_its_disk_afterwards()
    {
        var cluster = Empty(WithCloud).With(10.Seconds(), Made("data"));
        cluster.RunFor(5.Seconds());
        cluster.Cluster.Cloud.GoDown();
        cluster.RunFor(95.Seconds());
        Assert.Equal("Failed to provision volume: the cloud does not answer", Assert.Single(cluster.Of(ObservationKind.ClaimWaits)).Other);
        cluster.Cluster.Cloud.ComeUp();
        cluster.RunFor(30.Seconds());
        Assert.Equal(ClaimPhase.Bound, ClaimNow(cluster).Phase);
    }

    /// <summary>data-0 lies in zone b.</summary>
    [Fact]
    public void A_zone_without_power_makes_no_disks()
    {
        var cluster = Empty(WithCloud).With(10.Seconds(), Made("data-0"), Made("data-1"));
        var zone = Simulator.ControlPlane.Controllers.Volumes.DiskZone.For("data-0", ["a", "b", "c"]);
        cluster.Zone(zone).LosesPower(at: 5.Seconds(), lasting: 2.Minutes());
        cluster.RunFor(2.Minutes());
        Assert.Equal((ClaimPhase.Pending, ClaimPhase.Bound), (ClaimNow(cluster, "data-0").Phase, ClaimNow(cluster, "data-1").Phase));
        Assert.Equal(
            $"Failed to provision volume: zone {zone} makes no disks: it is down",
            Assert.Single(cluster.Of(ObservationKind.ClaimWaits)).Other);
        cluster.RunFor(3.Minutes());
        Assert.Equal(ClaimPhase.Bound, ClaimNow(cluster, "data-0").Phase);
    }

    [Fact]
    public void With_the_claim_go_its_disk_and_its_data()
    {
        var cluster = Empty(WithCloud).With(1.Seconds(), Made("data")).RunFor(30.Seconds());
        Execute(cluster, new DeleteRequest("PersistentVolumeClaim", new ObjectKey("default", "data")));
        cluster.RunFor(10.Seconds());
        Assert.Empty(cluster.Cluster.Cloud.Disks.All);
        Assert.Empty(cluster.Cluster.Store.List("PersistentVolume"));
        Assert.Equal(["Pending", "Bound", "Released", "Deleted"], cluster.Of(ObservationKind.VolumeChanged).Select(fact => fact.Other));
    }

    [Fact]
    public void A_retained_volume_stays_with_all_that_is_on_it()
    {
        var cluster = Empty(WithCloud).With(1.Seconds(), Volume("v"), Claim("data")).RunFor(30.Seconds());
        Execute(cluster, new DeleteRequest("PersistentVolumeClaim", new ObjectKey("default", "data")));
        cluster.RunFor(5.Minutes());
        Assert.Equal(VolumePhase.Released, VolumeNow(cluster, "v").Phase);
        Assert.Single(cluster.Cluster.Cloud.Disks.All);
    }

    [Fact]
    public void Settled_claims_are_bound_from_the_start_and_nothing_is_written_about_them()
    {
        ApiObject[] objects =
        [
            Volume("big", "100Gi"), Volume("v"), Volume("spare", "1Gi"), Claim("data"), Made("made-0"), Made("made-1"),
            Claim("in-vain", "1Ti"),
        ];
        var cluster = Story.Of(nodesPerZone: 1, flags: WithCloud).With(TimeSpan.Zero, objects);
        cluster.RunFor(1.Seconds());
        var revision = Revision(cluster);
        Assert.Equal("v", ClaimNow(cluster).VolumeName);
        Assert.Equal((ClaimPhase.Bound, ClaimPhase.Pending), (ClaimNow(cluster, "made-1").Phase, ClaimNow(cluster, "in-vain").Phase));
        Assert.Equal((VolumePhase.Available, VolumePhase.Bound), (VolumeNow(cluster, "spare").Phase, VolumeNow(cluster, "v").Phase));
        Assert.Equal(
            2,
            cluster.Cluster.Cloud.Disks.All.Where(disk => disk.Zone.Length > 0
                && disk.IsFormatted).Select(disk => disk.Zone).Distinct().Count());
        cluster.RunFor(10.Minutes());
        Assert.Equal(revision, Revision(cluster));
        Assert.Empty(cluster.Of(ObservationKind.VolumeChanged).Concat(cluster.Of(ObservationKind.ClaimChanged)));
    }

    /// <summary>Claims that were never settled come to the same end through the controller.</summary>
    [Fact]
    public void Settled_claims_are_what_the_controller_would_have_made_of_them()
    {
        ApiObject[] volumes = [Volume("big", "100Gi"), Volume("v"), Volume("many", "11Gi", "ReadWriteOnce", "ReadOnlyMany")];
        ApiObject[] claims = [Claim("a"), Claim("b"), Claim("c"), Claim("d")];
        var settled = Story.Of(nodesPerZone: 1, flags: WithCloud).With(TimeSpan.Zero, [.. volumes, .. claims]).RunFor(1.Minutes());
        var made = Empty(WithCloud).With(TimeSpan.Zero, volumes);
        for (var i = 0; i < claims.Length; i++) made.With((10 + i).Seconds(), claims[i]);
        Assert.Equal(Words(made.RunFor(1.Minutes())), Words(settled));
    }

    private static Story Empty(ControllerManagerOptions? flags = null) =>
        Story.Of(nodesPerZone: 1, start: ClusterStart.Empty, flags: flags);

    private static IEnumerable<string> Words(Story cluster) =>
    [
        .. cluster.Cluster.Store.List("PersistentVolumeClaim")
            .Cast<PersistentVolumeClaim>()
            .Select(claim => $"{claim.Name} {claim.Phase} {claim.VolumeName} {claim.Metadata.Annotations}"),
        .. cluster.Cluster.Store.List("PersistentVolume")
            .Cast<PersistentVolume>()
            .Select(volume => $"{volume.Name} {volume.Phase} {volume.ClaimRef} {volume.Metadata.Annotations}"),
    ];

    private static void Execute(Story cluster, ApiRequest request) => cluster.Cluster.Server.Execute(request, Instant.Start);

    private static long Revision(Story cluster) =>
        cluster.Cluster.Store.List("PersistentVolume")
            .Concat(cluster.Cluster.Store.List("PersistentVolumeClaim"))
            .Max(value => value.Metadata.ResourceVersion);

    private static PersistentVolumeClaim ClaimNow(Story cluster, string name = "data") =>
        cluster.Cluster.Store.Find<PersistentVolumeClaim>("PersistentVolumeClaim", new ObjectKey("default", name))!;

    private static PersistentVolume VolumeNow(Story cluster, string name) =>
        cluster.Cluster.Store.Find<PersistentVolume>("PersistentVolume", new ObjectKey("", name))!;
}
