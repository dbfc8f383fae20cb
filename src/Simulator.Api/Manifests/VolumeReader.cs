namespace Simulator.Api;

/// <summary>Volumes of pods, and the sources that they share with persistent volumes.</summary>
internal static class VolumeReader
{
    public static Volume Read(FieldReader fields) => new()
    {
        Name = fields.Text("name"),
        GcePersistentDisk = ReadGce(fields),
        AwsElasticBlockStore = ReadAws(fields),
        Rbd = ReadRbd(fields),
        ClaimName = fields.Object("persistentVolumeClaim", claim => claim.Text("claimName")),
        OtherSource = fields.TakeOtherKey(),
    };

    public static GcePersistentDisk? ReadGce(FieldReader fields) =>
        fields.Object("gcePersistentDisk", disk => new GcePersistentDisk(disk.Text("pdName"), disk.Flag("readOnly")));

    public static AwsElasticBlockStore? ReadAws(FieldReader fields) =>
        fields.Object("awsElasticBlockStore", disk => new AwsElasticBlockStore(disk.Text("volumeID"), disk.Flag("readOnly")));

    /// <summary>The pool is rbd where absent (SetDefaults_RBDVolumeSource).</summary>
    public static Rbd? ReadRbd(FieldReader fields) => fields.Object("rbd", disk => new Rbd(
        disk.Texts("monitors"),
        disk.Text("pool") is { Length: > 0 } pool ? pool : "rbd",
        disk.Text("image"),
        disk.Flag("readOnly")));
}
