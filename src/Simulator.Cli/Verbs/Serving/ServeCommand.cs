using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Serving;

/// <summary>What somebody wants to have served, as it was typed.</summary>
internal sealed record ServeCommand
{
    /// <summary>Of the scenario; null with <see cref="IsMinikube"/>.</summary>
    public string? Path { get; init; }

    public bool IsMinikube { get; init; }

    public IReadOnlyList<Setting> Settings { get; init; } = [];

    public int Port { get; init; }

    public required string Speed { get; init; }

    public string? Until { get; init; }

    public string? Record { get; init; }

    public string? State { get; init; }

    /// <summary>Reads who may do what at the ports of these clusters; null after sentences about what is wrong.</summary>
    public required Func<IReadOnlyCollection<string>, GivenAccess?> Access { get; init; }
}
