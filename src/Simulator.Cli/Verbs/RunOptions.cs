using Simulator.Cli.Output;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>How a scenario is run.</summary>
/// <param name="Seed">Null: the scenario's own.</param>
/// <param name="Folder">Where results go; null: results/NAME.</param>
internal sealed record RunOptions(string Path, ulong? Seed, string? Folder, RunOutput Output)
{
    /// <summary>What is changed in the scenario file before it is read.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>The result only: neither remarks nor progress, but for the bar on a terminal.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>All invariants watch.</summary>
    public bool IsChecked { get; init; }
}
