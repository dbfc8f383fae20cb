using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Which nodes have which image. What a node sees of it is frozen at the moment it is added or updated.</summary>
/// <remarks>addNodeImageStates of internal/cache/cache.go (1.20).</remarks>
public sealed class ImageTable
{
    private readonly Dictionary<string, Entry> _images = new(StringComparer.Ordinal);

    /// <summary>The node's images by name as they stand now.</summary>
    internal Dictionary<string, SeenImage> Add(Node node)
    {
        var seen = new Dictionary<string, SeenImage>(StringComparer.Ordinal);
        foreach (var image in node.Status.Images)
        {
            foreach (var name in image.Names)
            {
                if (!_images.TryGetValue(name, out var entry)) _images.Add(name, entry = new Entry(image.SizeBytes));
                entry.Nodes.Add(node.Name);
                seen.TryAdd(name, new SeenImage(entry.Size, entry.Nodes.Count));
            }
        }

        return seen;
    }

    internal void Remove(Node node)
    {
        foreach (var name in node.Status.Images.SelectMany(image => image.Names))
        {
            if (_images.TryGetValue(name, out var entry) && entry.Nodes.Remove(node.Name) && entry.Nodes.Count == 0) _images.Remove(name);
        }
    }

    private sealed record Entry(long Size)
    {
        public HashSet<string> Nodes { get; } = new(StringComparer.Ordinal);
    }
}

/// <param name="Size">Bytes, as the first node said.</param>
/// <param name="Nodes">How many nodes had it.</param>
public readonly record struct SeenImage(long Size, int Nodes);
