using Simulator.Api;
using Simulator.World.Storage;

namespace Simulator.Tests.Stories;

/// <summary>Claims that have their disk already, and controllers whose pods use them.</summary>
internal static class Disks
{
    public const string Zone = "failure-domain.beta.kubernetes.io/zone";

    /// <summary>A claim, and the disk of the same name behind it.</summary>
    public static ApiObject[] Bound(string name, string zone = "", long gibibytes = 10) =>
    [
        new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = name, Labels = zone.Length > 0 ? LabelSet.Of((Zone, zone)) : LabelSet.Empty },
            Capacity = Size(gibibytes),
            AccessModes = ["ReadWriteOnce"],
            ClaimRef = new ClaimReference(new ObjectKey("default", name), $"claim-{name}"),
            GcePersistentDisk = new GcePersistentDisk(name, ReadOnly: false),
            Phase = VolumePhase.Bound,
        },
        new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Namespace = "default",
                Uid = $"claim-{name}",
                Annotations = LabelSet.Of((WellKnownAnnotations.BindCompleted, "yes")),
            },
            AccessModes = ["ReadWriteOnce"],
            Requests = Size(gibibytes),
            VolumeName = name,
            Phase = ClaimPhase.Bound,
        },
    ];

    public static ReplicationController Using(this ReplicationController controller, params string[] claims) => controller with
    {
        Template = controller.Template with
        {
            Spec = controller.Template.Spec with { Volumes = [.. claims.Select(claim => new Volume { Name = claim, ClaimName = claim })] },
        },
    };

    public static Pod Using(this Pod pod, params string[] claims) =>
        pod with { Spec = pod.Spec with { Volumes = [.. claims.Select(claim => new Volume { Name = claim, ClaimName = claim })] } };

    /// <summary>One pod "db" with its disk.</summary>
    public static Story WithDatabase(this Story story, string zone = "", string node = "", TimeSpan at = default)
    {
        var controller = Workloads.Controller("db", 1, 100).Using("data");
        if (node.Length > 0)
        {
            controller = controller with
            {
                Template = controller.Template with
                {
                    Spec = controller.Template.Spec with { NodeSelector = LabelSet.Of(("kubernetes.io/hostname", node)) },
                },
            };
        }
        return story.With(at, [Workloads.Service("db"), .. Bound("data", zone), controller]);
    }

    public static CloudDisk Disk(this Story story, string name) => story.Cluster.Cloud.Disks.Find(name)!;

    /// <summary>Where a disk is attached; "" = nowhere.</summary>
    public static string At(this Story story, string disk) => string.Join(",", story.Disk(disk).Attachments.Keys);

    private static ResourceList Size(long gibibytes) => ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits(gibibytes << 30)));
}
