using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Volumes and claims are read whole, and refused as the API server of 1.3 refuses them.</summary>
public sealed class StorageManifestTests
{
    [Theory]
    [InlineData("resources: {requests: {storage: 1Gi}}", "m.yaml:4:7  spec: the key 'accessModes' is missing")]
    [InlineData("accessModes: []|  resources: {requests: {storage: 1Gi}}", "spec.accessModes: the list is empty; allowed is at least one of ReadWriteOnce, ReadOnlyMany, ReadWriteMany")]
    [InlineData("accessModes: [ReadWriteonce]|  resources: {requests: {storage: 1Gi}}", "spec.accessModes[0]: found 'ReadWriteonce'; allowed are ReadWriteOnce, ReadOnlyMany, ReadWriteMany; did you mean 'ReadWriteOnce'?")]
    [InlineData("accessModes: [ReadWriteOnce]", "spec: the key 'resources' is missing")]
    [InlineData("accessModes: [ReadWriteOnce]|  resources: {limits: {storage: 1Gi}}", "spec.resources: the key 'requests' is missing")]
    [InlineData("accessModes: [ReadWriteOnce]|  resources: {requests: {cpu: 1}}", "spec.resources.requests: the key 'storage' is missing")]
    [InlineData("accessModes: [ReadWriteOnce]|  resources: {requests: {storage: 1GB}}", "spec.resources.requests.storage: found '1GB'; allowed is a quantity")]
    public void Claims(string spec, string expected) =>
        Assert.Contains(expected, Assert.Single(Documents.Errors("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {" + spec.Replace("|  ", ", ") + "}")));

    [Theory]
    [InlineData("accessModes: [ReadWriteOnce], nfs: {server: s, path: /}", "spec: the key 'capacity' is missing")]
    [InlineData("capacity: {}, accessModes: [ReadWriteOnce], nfs: {server: s, path: /}", "spec.capacity: the key 'storage' is missing")]
    [InlineData("capacity: {storage: 1Gi}, nfs: {server: s, path: /}", "spec: the key 'accessModes' is missing")]
    [InlineData("capacity: {storage: 1Gi}, accessModes: [RWO], nfs: {server: s, path: /}", "spec.accessModes[0]: found 'RWO'")]
    [InlineData("capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: delete", "spec.persistentVolumeReclaimPolicy: found 'delete'; allowed are Retain, Recycle, Delete; did you mean 'Delete'?")]
    public void Volumes(string spec, string expected) =>
        Assert.Contains(expected, Assert.Single(Documents.Errors($"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: a}}\nspec: {{{spec}}}")));

    [Fact]
    public void Two_claims_of_a_pet_set_with_one_name_are_told_with_both_places()
    {
        var errors = Documents.Errors("""
            apiVersion: apps/v1alpha1
            kind: PetSet
            metadata: {name: db}
            spec:
              serviceName: db
              template: {metadata: {labels: {app: db}}, spec: {containers: [{name: c, image: i}]}}
              volumeClaimTemplates:
              - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
              - {metadata: {name: logs}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
              - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
            """);
        Assert.Equal("m.yaml:10:5  spec.volumeClaimTemplates[2]: the claim 'data' comes twice; the first stands at m.yaml:8:5", Assert.Single(errors));
    }

    [Fact]
    public void Nothing_of_a_volume_and_its_claim_is_left_unread()
    {
        var diagnostics = new Diagnostics();
        var objects = new ManifestReader(diagnostics).Read(SourceTree.ParseYaml("m.yaml", """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: v}
            spec:
              capacity: {storage: 10Gi}
              accessModes: [ReadWriteOnce, ReadOnlyMany]
              persistentVolumeReclaimPolicy: Recycle
              claimRef: {namespace: default, name: c}
              nfs: {server: s, path: /exports}
            status: {phase: Bound}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: c}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 8Gi}}
              selector: {matchLabels: {tier: ssd}}
            status: {phase: Bound}
            """, diagnostics));
        Assert.Empty(diagnostics.All);
        var volume = Assert.IsType<PersistentVolume>(objects[0]);
        Assert.Equal((10L << 30, "Recycle", VolumePhase.Pending), (volume.Capacity.Value("storage"), volume.ReclaimPolicy, volume.Phase));
        Assert.Equal(new ClaimReference(new ObjectKey("default", "c"), ""), volume.ClaimRef);
        var claim = Assert.IsType<PersistentVolumeClaim>(objects[1]);
        Assert.Equal((8L << 30, ClaimPhase.Pending), (claim.Requests.Value("storage"), claim.Phase));
    }
}
