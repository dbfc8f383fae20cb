using System.Text.Json.Serialization;
using Simulator.World.Specification;

namespace Simulator.Reports.RunSets;

/// <summary>One finished run of many: what was run, and what it came to.</summary>
public sealed record RunRow
{
    /// <summary>What differs from the scenario file, in the order of the axes; empty: nothing.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>As text: JSON readers lose digits of large numbers.</summary>
    public required string Seed { get; init; }

    /// <summary>SHA-256 of the run's observations: equal digests, equal runs.</summary>
    public required string Digest { get; init; }

    /// <summary>Events of the engine: the work of the run, counted; null: not told.</summary>
    public long? Events { get; init; }

    /// <summary>By name, sorted; <c>MeasureCatalog</c> explains each. What a run does not have is absent.</summary>
    public required IReadOnlyDictionary<string, double> Measures { get; init; }

    /// <summary>Of measures that are means over time: those of stretches that follow each other, by name; null: none was cut.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>>? Batches { get; init; }

    /// <summary>Runs with the same settings are one variant: <c>a=1, b=2</c>; "" = the scenario as it is.</summary>
    [JsonIgnore]
    public string Variant => string.Join(", ", Settings);
}
