using Simulator.Cli.Output;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>What was typed for <c>replicate</c> and <c>sweep</c>.</summary>
internal sealed record StudyOptions
{
    /// <summary>A scenario or a study file.</summary>
    public required string Path { get; init; }

    /// <summary>As they are typed again.</summary>
    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <summary>Null: the study's, or the verb's own.</summary>
    public int? Seeds { get; init; }

    /// <summary>The first; null: the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>As typed; null: the study's, or none.</summary>
    public string? Precision { get; init; }

    public int? SeedsMax { get; init; }

    /// <summary>As typed; null: the study's, or none.</summary>
    public string? WarmUp { get; init; }

    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Where results go; null: results/NAME.</summary>
    public string? Folder { get; init; }

    /// <summary>Runs at once; null: all cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Runs that are there already are thrown away.</summary>
    public bool BeginsAnew { get; init; }

    public RunOutput Output { get; init; }
}
