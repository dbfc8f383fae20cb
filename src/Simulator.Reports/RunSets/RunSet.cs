using Simulator.World.Specification;

namespace Simulator.Reports.RunSets;

/// <summary>What all runs of a set have in common.</summary>
public sealed record RunSetHeader
{
    public required string Scenario { get; init; }

    /// <summary>Of the program.</summary>
    public required string Version { get; init; }

    public required string Kubernetes { get; init; }

    /// <summary>What repeats them all.</summary>
    public required string Command { get; init; }

    /// <summary>Flags of the scenario that differ from their defaults.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What all of them have instead of the scenario file's values; a row has only what it has besides.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>What is left out of the steady state of each run, as it is typed; null: no steady state is told.</summary>
    public string? WarmUp { get; init; }

    /// <summary>SHA-256 of the files that they came from: other files, other runs; null: not told.</summary>
    public string? Input { get; init; }
}

/// <summary>Runs of one scenario: other seeds, other settings.</summary>
/// <param name="Rows">By variant in the order of the study, then by seed.</param>
public sealed record RunSet(RunSetHeader Header, IReadOnlyList<RunRow> Rows);
