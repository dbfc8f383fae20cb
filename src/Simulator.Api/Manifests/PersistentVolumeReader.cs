using Simulator.Api.Documents;
using Simulator.Api.Validation;

namespace Simulator.Api.Manifests;

/// <summary>v1 PersistentVolume.</summary>
internal static class PersistentVolumeReader
{
    private static readonly string[] OtherSources =
    [
        "azureDisk", "azureFile", "cephfs", "cinder", "csi", "fc", "flexVolume", "flocker", "glusterfs", "iscsi", "local",
        "photonPersistentDisk", "portworxVolume", "quobyte", "scaleIO", "storageos", "vsphereVolume",
    ];

    public static PersistentVolume Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Cluster);
        fields.Skip("status");
        var volume = fields.ReadSpec(ReadSpec, new PersistentVolume());
        return volume with { Metadata = metadata };
    }

    private static PersistentVolume ReadSpec(FieldReader fields)
    {
        var other = OtherSources.FirstOrDefault(fields.Has);
        if (other is not null) fields.Skip(other);
        return new PersistentVolume
        {
            Capacity = fields.ReadAmounts("capacity"),
            AccessModes = fields.Texts("accessModes"),
            ClaimRef = fields.Optional("claimRef")?.Read(ReadClaimRef),
            ReclaimPolicy = fields.ReadReclaimPolicy(),
            GcePersistentDisk = VolumeReader.ReadGce(fields),
            AwsElasticBlockStore = VolumeReader.ReadAws(fields),
            Rbd = VolumeReader.ReadRbd(fields),
            Nfs = VolumeReader.ReadNfs(fields),
            HostPath = VolumeReader.ReadHostPath(fields),
            OtherSource = other,
            AzureDisk = VolumeReader.ReadAzure(fields),
            Csi = fields.Peek("csi")?.Read(disk => new CsiVolume(disk.Text("driver"), disk.Text("volumeHandle"))),
            StorageClassName = fields.Peek("storageClassName")?.Text() ?? "",
            VolumeMode = fields.Peek("volumeMode")?.Text() ?? "",
            NodeAffinity = fields.Peek("nodeAffinity")?.Read(ReadNodeAffinity)?.Required,
            Sources = fields.Context.Rules.KeepsDetails ? VolumeSourceReader.ReadAll(fields.Node, PersistentVolumeSources.All) : null,
        };
    }

    private static NodeAffinity ReadNodeAffinity(FieldReader fields) =>
        new() { Required = fields.Object("required", AffinityReader.ReadNodeSelector) };

    private static ClaimReference ReadClaimRef(FieldReader fields)
    {
        fields.Skip("kind", "apiVersion", "resourceVersion");
        return new ClaimReference(new ObjectKey(fields.Text("namespace"), fields.Text("name")), fields.Text("uid"));
    }
}
