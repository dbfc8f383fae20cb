using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The disks of the cloud, and how long things are done to volumes.</summary>
internal static class StorageShape
{
    private static readonly KeysOf<StorageOptions> Key = new();

    private static readonly Dictionary<string, DiskClass> Classes = new()
    {
        ["hdd"] = DiskClass.Hdd,
        ["ssd"] = DiskClass.Ssd,
    };

    public static Shape<StorageOptions> Value { get; } = new("storage", new StorageOptions(),
    [
        Key.Choice(
            "class", "of all its disks: a new SSD gets its file system sooner, and data is copied faster", Classes, o => o.Class,
            (o, v) => o with { Class = v }),
        Key.Distribution(
            "provision", "call to the cloud that makes a disk (judgement, like all times here)", o => o.Provision,
            (o, v) => o with { Provision = v }),
        Key.Distribution("delete", "call that deletes a disk", o => o.Delete, (o, v) => o with { Delete = v }),
        Key.Distribution("attach", "call that attaches a disk to a machine", o => o.Attach, (o, v) => o with { Attach = v }),
        Key.Distribution("detach", "call that takes a disk from a machine", o => o.Detach, (o, v) => o with { Detach = v }),
        Key.Distribution("mount", "mounting a volume that has a file system", o => o.Mount, (o, v) => o with { Mount = v }),
        Key.Duration(
            "formatPerGibibyteHdd", "making the file system of a new disk, for each GiB: HDD", o => o.FormatPerGibibyteHdd,
            (o, v) => o with { FormatPerGibibyteHdd = v }),
        Key.Duration("formatPerGibibyteSsd", "the same: SSD", o => o.FormatPerGibibyteSsd, (o, v) => o with { FormatPerGibibyteSsd = v }),
        Key.Integer(
            "attachMax", "disks that the cloud attaches to a machine; without this key 16 on gce and 39 on aws", 1, 10_000,
            o => o.AttachMax ?? 0, (o, v) => o with { AttachMax = v }).WithoutDefault(),
    ]);
}
