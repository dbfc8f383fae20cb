using Simulator.World.Specification;

namespace Simulator.Studies.Farm;

/// <summary>A run that is wanted.</summary>
/// <param name="Settings">The variant that it belongs to; empty: the scenario as its file has it.</param>
public sealed record RunTask(IReadOnlyList<Setting> Settings, ulong Seed)
{
    /// <summary>The seeds of a study: the scenario's own and those that follow.</summary>
    public static IEnumerable<ulong> Seeds(ulong first, int count) => Enumerable.Range(0, count).Select(i => unchecked(first + (ulong)i));

    /// <summary><c>1 to 20</c></summary>
    public static string SeedsText(ulong first, int count) =>
        count == 1 ? $"{first}" : $"{first} to {unchecked(first + (ulong)count - 1)}";
}
