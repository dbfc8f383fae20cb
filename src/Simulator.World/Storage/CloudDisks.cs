using Simulator.World.Observations;

namespace Simulator.World.Storage;

/// <summary>
/// All disks of a cluster's cloud, and the only place where one is attached: a disk that is written to is at one machine.
/// </summary>
public sealed class CloudDisks(ObservationLog log)
{
    private readonly Dictionary<string, CloudDisk> _disks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _countByNode = new(StringComparer.Ordinal);

    /// <summary>Told when a disk, and all that was on it, is gone.</summary>
    public event Action<CloudDisk>? Deleted;

    /// <summary>Told when a disk is taken from a machine: (disk, node).</summary>
    public event Action<CloudDisk, string>? Detached;

    /// <summary>By name.</summary>
    public IEnumerable<CloudDisk> All => _disks.Values.OrderBy(disk => disk.Name, StringComparer.Ordinal);

    public CloudDisk? Find(string name) => _disks.GetValueOrDefault(name);

    /// <summary>The disk of that name; it is made if there is none.</summary>
    public CloudDisk FindOrAdd(string name, long bytes, string zone)
    {
        if (_disks.TryGetValue(name, out var disk)) return disk;
        disk = new CloudDisk(name, bytes, zone);
        _disks.Add(name, disk);
        log.Write(ObservationKind.DiskCreated, name, zone, bytes);
        return disk;
    }

    public int CountOn(string node) => _countByNode.GetValueOrDefault(node);

    /// <summary>The caller has asked <see cref="CloudDisk.Rival"/>: with a rival this is a bug.</summary>
    internal void Attach(CloudDisk disk, string node, bool isForWriting)
    {
        if (disk.Rival(node, isForWriting) is { } rival) throw new InvalidOperationException($"Disk {disk.Name} is at {rival}.");
        if (!disk.IsAttachedTo(node)) _countByNode[node] = CountOn(node) + 1;
        disk.Attach(node, isForWriting);
        log.Write(ObservationKind.DiskAttached, disk.Name, node, isForWriting ? 1 : 0);
    }

    internal void Detach(CloudDisk disk, string node)
    {
        if (!disk.IsAttachedTo(node)) return;
        disk.Detach(node);
        _countByNode[node]--;
        log.Write(ObservationKind.DiskDetached, disk.Name, node);
        Detached?.Invoke(disk, node);
    }

    /// <summary>The machine is gone, and with it all that was attached to it.</summary>
    internal void DetachAll(string node)
    {
        foreach (var disk in All.Where(disk => disk.IsAttachedTo(node)).ToList()) Detach(disk, node);
    }

    /// <summary>False while a machine has it.</summary>
    internal bool TryDelete(CloudDisk disk)
    {
        if (disk.Attachments.Count > 0) return false;
        _disks.Remove(disk.Name);
        log.Write(ObservationKind.DiskDeleted, disk.Name);
        Deleted?.Invoke(disk);
        return true;
    }
}
