using System.Text.Json;

namespace Simulator.Scenarios.Conformance;

/// <summary>Replays recordings of one kind on the product's own decision code.</summary>
public interface IConformanceKind
{
    /// <summary>The recording's <c>kind</c> field, or the name of its file.</summary>
    string Kind { get; }

    /// <summary>What recordings that show no difference do: "12 of 12 identical".</summary>
    string Agreement => "identical";

    /// <summary>True of a recording of this kind that does not name it, in a file that does not either.</summary>
    bool Recognizes(JsonElement recording) => false;

    /// <summary>What is different, as one line; null if every expected field is identical.</summary>
    string? Difference(JsonElement recording);
}
