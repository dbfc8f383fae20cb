namespace Simulator.Api.Validation;

/// <summary>
/// The volume sources of pods, in the order in which 1.3.10 looks for them (validateVolumeSource in pkg/api/validation/validation.go).
/// </summary>
internal static class VolumeSources
{
    /// <summary>As the original spells it.</summary>
    private const string Misspelt = "may not specifiy more than 1 volume type";

    public static readonly VolumeSourceRule HostPath = new("hostPath", "path");
    public static readonly VolumeSourceRule GcePersistentDisk = new("gcePersistentDisk", "pdName")
    {
        PathName = "persistentDisk",
        Optional = ["partition"],
        Further = VolumeFieldRules.CheckPartition,
    };
    public static readonly VolumeSourceRule AwsElasticBlockStore = new("awsElasticBlockStore", "volumeID")
    {
        Optional = ["partition"],
        Further = VolumeFieldRules.CheckPartition,
    };
    public static readonly VolumeSourceRule Nfs = new("nfs", "server", "path") { Further = VolumeFieldRules.CheckAbsolute };
    public static readonly VolumeSourceRule Iscsi = new("iscsi", "targetPortal", "iqn")
    {
        Optional = ["lun"],
        Further = VolumeFieldRules.CheckLun,
    };
    public static readonly VolumeSourceRule Glusterfs = new("glusterfs", "endpoints", "path");
    public static readonly VolumeSourceRule Flocker = new("flocker", "datasetName") { Further = VolumeFieldRules.CheckDataset };
    public static readonly VolumeSourceRule Rbd = new("rbd", "monitors", "image");
    public static readonly VolumeSourceRule Cinder = new("cinder", "volumeID");
    public static readonly VolumeSourceRule CephFS = new("cephfs", "monitors") { SecondName = "cephFS" };
    public static readonly VolumeSourceRule FibreChannel = new("fc", "targetWWNs", "lun") { Further = VolumeFieldRules.CheckLun };
    public static readonly VolumeSourceRule FlexVolume = new("flexVolume", "driver") { SecondRefused = Misspelt };
    public static readonly VolumeSourceRule AzureFile = new("azureFile", "secretName", "shareName") { SecondName = "" };
    public static readonly VolumeSourceRule VsphereVolume = new("vsphereVolume", "volumePath");

    public static IReadOnlyList<VolumeSourceRule> All { get; } =
    [
        new("emptyDir"),
        HostPath,
        new("gitRepo", "repository") { Optional = ["directory"], Further = VolumeFieldRules.CheckDirectory },
        GcePersistentDisk,
        AwsElasticBlockStore,
        new("secret", "secretName"),
        Nfs,
        Iscsi,
        Glusterfs,
        Flocker,
        new("persistentVolumeClaim", "claimName"),
        Rbd,
        Cinder,
        CephFS,
        new("downwardAPI") { SecondName = "downwarAPI", Further = VolumeFieldRules.CheckDownward },
        FibreChannel,
        FlexVolume,
        new("configMap", "name") { SecondRefused = Misspelt },
        AzureFile,
        VsphereVolume,
    ];

    /// <summary>The sources of one volume: at most one of most kinds.</summary>
    public static void Check(IReadOnlyList<VolumeSource> sources, IReadOnlyList<VolumeSourceRule> rules, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var rule = rules.First(candidate => candidate.Key == sources[i].Key);
            if (i > 0 && rule.SecondName.Length > 0) errors.Forbidden(path.Child(rule.SecondName), rule.SecondRefused);
            else rule.Check(sources[i], path.Child(rule.PathName), errors);
        }
    }
}
