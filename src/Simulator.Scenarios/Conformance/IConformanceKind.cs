using System.Text.Json;

namespace Simulator.Scenarios.Conformance;

/// <summary>Replays recordings of one kind on the product's own decision code.</summary>
public interface IConformanceKind
{
    /// <summary>The recording's <c>kind</c> field, or the name of its file.</summary>
    string Kind { get; }

    /// <summary>What is different, as one line; null if every expected field is identical.</summary>
    string? Difference(JsonElement recording);
}
