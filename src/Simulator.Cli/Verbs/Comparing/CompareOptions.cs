using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>What is compared, and where the verdict goes.</summary>
/// <param name="Before">A folder of results, a baseline or a scenario file.</param>
/// <param name="After">The same.</param>
internal sealed record CompareOptions(string Before, string After)
{
    /// <summary>What differs in B from its file.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>What differs in A from its file.</summary>
    public IReadOnlyList<Setting> SettingsBefore { get; init; } = [];

    /// <summary>Runs of each scenario file.</summary>
    public int? Seeds { get; init; }

    /// <summary>A file; null: the catalogue's.</summary>
    public string? Thresholds { get; init; }

    /// <summary>From 0 to 1: 0.95.</summary>
    public required double Confidence { get; init; }

    /// <summary>A baseline whose history is told instead; null: none.</summary>
    public string? History { get; init; }

    /// <summary>Of the page; null: none is wanted.</summary>
    public string? Folder { get; init; }

    /// <summary>Files; null: not wanted.</summary>
    public string? Markdown { get; init; }

    public string? JUnit { get; init; }

    public string? Html { get; init; }

    /// <summary>What repeats it.</summary>
    public required string Command { get; init; }

    public RunOutput Output { get; init; }

    /// <summary>What makes the exit code 1.</summary>
    public required IReadOnlyCollection<Verdict> Failing { get; init; }
}
