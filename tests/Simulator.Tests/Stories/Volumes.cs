using Simulator.Api;

namespace Simulator.Tests.Stories;

/// <summary>Volumes and claims that stories and tests share.</summary>
internal static class Volumes
{
    public static PersistentVolume Volume(string name, string size = "10Gi", params string[] modes) => new()
    {
        Metadata = new ObjectMeta { Name = name, Uid = $"uid-{name}" },
        Capacity = Storage(size),
        AccessModes = modes.Length == 0 ? ["ReadWriteOnce"] : modes,
        GcePersistentDisk = new GcePersistentDisk($"disk-{name}", ReadOnly: false),
    };

    public static PersistentVolumeClaim Claim(string name, string size = "10Gi", params string[] modes) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = $"uid-{name}" },
        Requests = Storage(size),
        AccessModes = modes.Length == 0 ? ["ReadWriteOnce"] : modes,
    };

    /// <summary>It asks for its volume to be made.</summary>
    public static PersistentVolumeClaim Made(string name, string size = "10Gi")
    {
        var claim = Claim(name, size);
        return claim with { Metadata = claim.Metadata with { Annotations = LabelSet.Of((WellKnownAnnotations.StorageClass, "anything")) } };
    }

    private static ResourceList Storage(string size) => ResourceList.Of((ResourceNames.Storage, Quantity.Parse(size)));
}
