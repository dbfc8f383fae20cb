namespace Simulator.Serve.Resources.Fields;

/// <summary>One field of a struct of the API.</summary>
/// <param name="IsPointer">It may be absent; else absent and zero are the same.</param>
/// <param name="OmitsEmpty">It is left out when it is empty; structs and times never are.</param>
/// <param name="IsMerged">A strategic patch joins lists here.</param>
/// <param name="MergeKey">By this key; null: a list of plain values.</param>
public sealed record Field(string Name, FieldType Type, bool IsPointer, bool OmitsEmpty, bool IsMerged, string? MergeKey);
