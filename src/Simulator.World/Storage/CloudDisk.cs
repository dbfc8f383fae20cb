namespace Simulator.World.Storage;

/// <summary>A disk of the cloud: it lies in one zone, and lives until it is deleted.</summary>
/// <param name="name">As volumes name it (pdName, volumeID).</param>
/// <param name="zone">"" = can be attached anywhere.</param>
public sealed class CloudDisk(string name, long bytes, string zone)
{
    private readonly SortedDictionary<string, bool> _attachments = new(StringComparer.Ordinal);

    public string Name => name;

    public long Bytes => bytes;

    public string Zone => zone;

    /// <summary>It has a file system: the next mount does not have to make one.</summary>
    public bool IsFormatted { get; set; }

    /// <summary>Machines that have it, by name; true: for writing.</summary>
    public IReadOnlyDictionary<string, bool> Attachments => _attachments;

    public bool IsAttachedTo(string node) => _attachments.ContainsKey(node);

    internal void Attach(string node, bool isForWriting) => _attachments[node] = isForWriting;

    internal void Detach(string node) => _attachments.Remove(node);

    /// <summary>A machine that has it so that no other can have it now; null if there is none.</summary>
    internal string? Rival(string node, bool isForWriting)
    {
        foreach (var (other, writes) in _attachments)
        {
            if (other != node && (isForWriting || writes)) return other;
        }

        return null;
    }
}
