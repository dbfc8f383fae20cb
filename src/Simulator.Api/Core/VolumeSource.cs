namespace Simulator.Api;

/// <summary>What a volume says of where its data is, as far as the API server checks it.</summary>
/// <param name="Key">gcePersistentDisk, nfs, ...</param>
/// <param name="Fields">Texts and numbers; of a list how many items it has. A field that is absent or empty is not in it.</param>
public sealed record VolumeSource(string Key, LabelSet Fields)
{
    /// <summary>Of a downwardAPI.</summary>
    public IReadOnlyList<DownwardItem> Items { get; init; } = [];
}

/// <summary>A file that shows a field of the pod.</summary>
public sealed record DownwardItem(string Path, FieldReference? Field, ResourceReference? Resource);
