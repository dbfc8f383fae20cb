using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>What is to be explained.</summary>
/// <param name="Run">A results folder or a scenario file.</param>
/// <param name="Kind">"pod", "node" or "hpa".</param>
internal sealed record ExplainOptions(string Run, string Kind, string Name)
{
    /// <summary>As given; null = the end of the run.</summary>
    public string? At { get; init; }

    public string? Namespace { get; init; }

    public string? Cluster { get; init; }

    public ulong? Seed { get; init; }

    /// <summary>What is changed in the scenario file, beside what the run itself had changed.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    public bool IsJson { get; init; }
}
