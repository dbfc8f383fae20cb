using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>What nothing can satisfy is told before the run; and the keys about disks.</summary>
public sealed class ClaimCheckTests
{
    private const string Claims = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: a}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: b}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: v}
        spec: {accessModes: [ReadWriteOnce], capacity: {storage: 15Gi}, gcePersistentDisk: {pdName: v}}
        """;

    private const string Made = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: c, annotations: {volume.alpha.kubernetes.io/storage-class: anything}}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
        """;

    private const string Pets = """
        apiVersion: apps/v1alpha1
        kind: PetSet
        metadata: {name: zk}
        spec:
          serviceName: zk
          replicas: 3
          template: {metadata: {labels: {app: zk}}, spec: {containers: [{name: c, image: i}]}}
          volumeClaimTemplates:
          - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}}
        """;

    [Fact]
    public void Each_volume_satisfies_one_claim_and_the_others_are_told_with_their_place() =>
        Assert.Equal(["m.yaml:6:1  claim default/b: no volume fits 10Gi ReadWriteOnce: it stays Pending"], Remarks(Claims));

    [Theory]
    [InlineData("false", 1)]
    [InlineData("true", 0)]
    [InlineData("aws", 0)]
    public void Disks_are_only_made_by_a_cloud(string provider, int remarks)
    {
        string[] told = ["m.yaml:1:1  claim default/c: it asks for a volume to be made, and no cloud is configured to make one "
            + "(controller-manager: cloud-provider): it stays Pending"];
        Assert.Equal(told[..remarks], Remarks(Made, provider));
    }

    [Fact]
    public void The_claims_of_a_pet_set_are_told_together() =>
        Assert.Contains(
            "m.yaml:1:1  claim default/data-zk-0 and 2 more: no volume fits 10Gi ReadWriteOnce: they stay Pending", Remarks(Pets));

    [Theory]
    [InlineData("true", true, CloudKind.Gce)]
    [InlineData("gce", true, CloudKind.Gce)]
    [InlineData("aws", true, CloudKind.Aws)]
    [InlineData("false", false, CloudKind.Gce)]
    public void A_cloud_is_named_or_said_to_be_there(string provider, bool isThere, CloudKind kind)
    {
        var flags = ScenarioText.Read(ScenarioText.With(
            $"11>     controlPlane: {{ controller-manager: {{ cloud-provider: {provider} }} }}")).Scenario!.Clusters[0].ControllerManager;
        Assert.Equal((isThere, kind), (flags.CloudProvider, flags.Cloud));
    }

    [Fact]
    public void Disks_have_their_pace()
    {
        var cluster = ScenarioText.Read(ScenarioText.With(
            "11>     storage: { class: ssd, attach: 5s, attachMax: 8, formatPerGibibyteHdd: 50ms }")).Scenario!.Clusters[0];
        Assert.Equal(
            (DiskClass.Ssd, 8, TimeSpan.FromMilliseconds(50)),
            (cluster.Storage.Class, cluster.Storage.AttachMax!.Value, cluster.Storage.FormatPerGibibyteHdd));
        Assert.Equal(TimeSpan.FromSeconds(5), cluster.Storage.Attach.Mean);
    }

    private static IEnumerable<string> Remarks(string manifest, string provider = "false")
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", manifest);
        var scenario = folder.Write(
            "s.yaml",
            ScenarioText.With($"10>       - {{ manifests: [m.yaml] }};; 11>     controlPlane: {{ controller-manager: {{ cloud-provider: "
                + $"{provider} }} }}"));
        var file = ScenarioReader.Read(scenario);
        Assert.Empty(file.Diagnostics.Errors);
        return [.. file.Diagnostics.Remarks.Select(remark => remark.ToString().Replace(
            folder.Path + Path.DirectorySeparatorChar, "",
            StringComparison.Ordinal)).Where(remark => remark.Contains("claim", StringComparison.Ordinal))];
    }
}
