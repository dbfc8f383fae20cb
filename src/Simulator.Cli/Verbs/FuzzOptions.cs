namespace Simulator.Cli.Verbs;

/// <summary>What <c>simulator fuzz</c> is asked for.</summary>
/// <param name="Seed">Of the first mutant.</param>
internal sealed record FuzzOptions(IReadOnlyList<string> Folders, ulong Seed, int Count)
{
    /// <summary>Somebody said how many.</summary>
    public bool HasCount { get; init; }

    public bool IsSweep { get; init; }

    public bool Shows { get; init; }
}
