using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Parts of an object, as a recorded operation calls them.</summary>
public static class StoredPartNames
{
    public static IReadOnlyDictionary<string, StoredParts> All { get; } = new Dictionary<string, StoredParts>
    {
        ["metadata"] = StoredParts.Metadata,
        ["spec"] = StoredParts.Spec,
        ["template"] = StoredParts.Template,
        ["status"] = StoredParts.Status,
    };

    public static IEnumerable<string> Of(StoredParts parts) => All.Where(part => parts.HasFlag(part.Value)).Select(part => part.Key);
}
