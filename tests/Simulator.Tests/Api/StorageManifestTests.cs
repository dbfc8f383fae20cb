using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Volumes and claims are read whole, and refused as the API server of 1.3 refuses them.</summary>
public sealed class StorageManifestTests
{
    [Fact]
    public void What_the_pods_and_claims_of_a_pet_set_would_be_refused_for_is_told()
    {
        var refusals = Documents.Manifest("""
            apiVersion: apps/v1alpha1
            kind: PetSet
            metadata: {name: db}
            spec:
              serviceName: db
              template: {metadata: {labels: {app: db}}, spec: {containers: [{name: c, image: i}]}}
              volumeClaimTemplates:
              - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
              - {metadata: {name: logs}, spec: {accessModes: [], resources: {requests: {storage: 1Gi}}}}
              - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
            """).Diagnostics.Refusals;
        Assert.Equal(
            [
                "m.yaml:6:51  the pods of PetSet db are refused: Pod \"db-0\" is invalid: spec.volumes[2].name: Duplicate value: \"data\"",
                "m.yaml:9:50  the claims of PetSet db are refused: PersistentVolumeClaim \"logs-db-0\" is invalid: spec.accessModes: "
                    + "Required value: at least 1 accessMode is required",
            ],
            refusals.Select(refusal => refusal.ToString()));
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
