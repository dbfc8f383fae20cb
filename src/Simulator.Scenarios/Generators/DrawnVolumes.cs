using Simulator.Api;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// Volumes and claims of every kind: some fit each other, some are reserved, too small, of other modes, or made on demand.
/// </summary>
internal sealed class DrawnVolumes(Dice dice, IReadOnlyList<string> zones)
{
    private const int ClaimsMax = 4;

    private static readonly string[] Modes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany"];
    private static readonly int[] Gibibytes = [1, 5, 10, 200];

    /// <summary>Claims of the default namespace; pods may name one that is not there.</summary>
    public static IEnumerable<string> ClaimNames => Enumerable.Range(0, ClaimsMax + 1).Select(ClaimName);

    public IEnumerable<ApiObject> Draw()
    {
        for (var i = dice.Between(0, 6); i > 0; i--) yield return Volume($"pv{i}");
        for (var i = dice.Between(0, ClaimsMax); i > 0; i--) yield return Claim(ClaimName(i - 1));
    }

    /// <summary>A volume that a pod uses: a claim, a disk, a share, a folder of its node or of its own.</summary>
    public Volume OfPod(string name) => dice.Between(0, 8) switch
    {
        0 => new Volume { Name = name, IsEmptyDir = true },
        1 => new Volume { Name = name, HostPath = new HostPath("/data") },
        2 => new Volume { Name = name, Nfs = new Nfs("filer", "/export") },
        3 => new Volume { Name = name, GcePersistentDisk = new GcePersistentDisk(dice.Of("shared", "other"), dice.Chance(0.5)) },
        4 => new Volume { Name = name, AwsElasticBlockStore = new AwsElasticBlockStore(dice.Of("vol-1", "vol-2"), dice.Chance(0.3)) },
        _ => new Volume { Name = name, ClaimName = dice.Of<string>([.. ClaimNames]) },
    };

    private static string ClaimName(int number) => $"claim{number}";

    private PersistentVolume Volume(string name)
    {
        var volume = new PersistentVolume
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Labels = dice.Chance(0.4) ? LabelSet.Of((WellKnownLabels.Zone, dice.Of(zones))) : LabelSet.Empty,
            },
            Capacity = Bytes(),
            AccessModes = SomeModes(),
            ReclaimPolicy = dice.Of("Retain", "Retain", "Recycle", "Delete"),
            ClaimRef = dice.Chance(0.2) ? new ClaimReference(new ObjectKey("default", dice.Of<string>([.. ClaimNames])), "") : null,
        };
        return dice.Between(0, 4) switch
        {
            0 or 1 => volume with { GcePersistentDisk = new GcePersistentDisk($"disk-{name}", ReadOnly: false) },
            2 => volume with { AwsElasticBlockStore = new AwsElasticBlockStore($"vol-{name}", ReadOnly: false) },
            3 => volume with { Nfs = new Nfs("filer", $"/{name}") },
            _ => volume with { HostPath = new HostPath($"/{name}") },
        };
    }

    private PersistentVolumeClaim Claim(string name) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            Namespace = "default",
            Annotations = dice.Chance(0.35) ? LabelSet.Of((WellKnownAnnotations.StorageClass, "any")) : LabelSet.Empty,
        },
        AccessModes = [dice.Of(Modes)],
        Requests = Bytes(),
    };

    private IReadOnlyList<string> SomeModes()
    {
        string[] modes = [.. Modes.Where(_ => dice.Chance(0.6))];
        return modes.Length > 0 ? modes : [Modes[0]];
    }

    private ResourceList Bytes() => ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits((long)dice.Of(Gibibytes) << 30)));
}
