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
}

/// <summary>Runs of one scenario: other seeds, other settings.</summary>
/// <param name="Rows">By variant in the order of the study, then by seed.</param>
public sealed record RunSet(RunSetHeader Header, IReadOnlyList<RunRow> Rows);
