using Simulator.Api.Documents;
using Simulator.Api.Validation;

namespace Simulator.Api.Manifests;

/// <summary>Volumes of pods, and the sources that they share with persistent volumes.</summary>
internal static class VolumeReader
{
    public static Volume Read(FieldReader fields)
    {
        var volume = ReadVolume(fields);
        if (!fields.Context.Rules.KeepsDetails) return volume;
        var sources = VolumeSourceReader.ReadAll(fields.Node, VolumeSources.All);

        // Without a source it is an emptyDir (SetDefaults_Volume), in which there is nothing to check.
        if (sources is [] or [{ Key: "emptyDir" }]) return volume.OtherSource is null ? volume with { IsEmptyDir = true } : volume;
        return volume with { Details = sources };
    }

    private static Volume ReadVolume(FieldReader fields) => new()
    {
        Name = fields.Text("name"),
        GcePersistentDisk = ReadGce(fields),
        AwsElasticBlockStore = ReadAws(fields),
        Rbd = ReadRbd(fields),
        Nfs = ReadNfs(fields),
        HostPath = ReadHostPath(fields),
        IsEmptyDir = fields.Optional("emptyDir") is not null || fields.Node["emptyDir"] is not null,
        ClaimName = fields.Object("persistentVolumeClaim", claim => claim.Text("claimName")),
        Data = ReadData(fields),
        Iscsi = fields.Peek("iscsi")?.Read(ReadIscsi),
        AzureDisk = ReadAzure(fields),
        OtherSource = ReadOther(fields),
    };

    /// <summary>Its kind is known, and nothing comes of it.</summary>
    private static string? ReadOther(FieldReader fields)
    {
        var other = fields.TakeOtherKey();
        if (other is not null) fields.NotActedUpon(other);
        return other;
    }

    /// <summary>Files from a ConfigMap (by name) or a Secret (by secretName).</summary>
    private static DataReference? ReadData(FieldReader fields) =>
        fields.Object("configMap", source => new DataReference("ConfigMap", source.Text("name"), KeysOf(source)))
        ?? fields.Object("secret", source => new DataReference("Secret", source.Text("secretName"), KeysOf(source)));

    /// <summary>Only where items are listed must their keys be there.</summary>
    private static IReadOnlyList<string> KeysOf(FieldReader source)
    {
        source.Skip("defaultMode");
        return [.. source.List("items", ReadItem).Select(item => item.Key)];
    }

    private static Item ReadItem(FieldReader fields)
    {
        fields.Skip("path", "mode");
        return new Item(fields.Text("key"));
    }

    public static GcePersistentDisk? ReadGce(FieldReader fields) =>
        fields.Object(
            "gcePersistentDisk", disk => WithoutFileSystem(disk, new GcePersistentDisk(disk.Text("pdName"), disk.Flag("readOnly"))));

    public static AwsElasticBlockStore? ReadAws(FieldReader fields) =>
        fields.Object(
            "awsElasticBlockStore",
            disk => WithoutFileSystem(disk, new AwsElasticBlockStore(disk.Text("volumeID"), disk.Flag("readOnly"))));

    /// <summary>The pool is rbd where absent (SetDefaults_RBDVolumeSource).</summary>
    public static Rbd? ReadRbd(FieldReader fields) => fields.Object("rbd", disk => new Rbd(
        disk.Texts("monitors"),
        disk.Text("pool") is { Length: > 0 } pool ? pool : "rbd",
        disk.Text("image"),
        disk.Flag("readOnly")));

    public static Nfs? ReadNfs(FieldReader fields) => fields.Object("nfs", share =>
    {
        share.Skip("readOnly");
        return new Nfs(share.Text("server"), share.Text("path"));
    });

    public static HostPath? ReadHostPath(FieldReader fields) => fields.Object("hostPath", folder =>
    {
        folder.Skip("type");
        return new HostPath(folder.Text("path"));
    });

    public static AzureDisk? ReadAzure(FieldReader fields) =>
        fields.Peek("azureDisk")?.Read(disk => new AzureDisk(disk.Text("diskName")));

    private static Iscsi ReadIscsi(FieldReader fields) =>
        new(fields.Text("targetPortal"), fields.Text("iqn"), fields.Integer("lun"), fields.Flag("readOnly"));

    /// <summary>Which file system a disk has, and on which partition, changes nothing that is simulated.</summary>
    private static T WithoutFileSystem<T>(FieldReader fields, T disk)
    {
        fields.Skip("fsType", "partition");
        return disk;
    }

    private sealed record Item(string Key);
}
