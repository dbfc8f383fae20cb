using Simulator.Reports.Measures;
using Simulator.Studies.Files;

namespace Simulator.Studies.Planning.Search;

/// <summary>A run held against the objectives.</summary>
/// <param name="Rows">One an objective.</param>
public sealed record Judgement(Rung Rung, LostPlace Lost, ulong Seed, IReadOnlyList<ExpectationRow> Rows)
{
    public bool Holds => Rows.All(row => row.Met);

    /// <summary>What was missed: <c>pods.pendingAtEnd 11 (at most 0)</c>.</summary>
    public string Missed => string.Join(", ", Rows.Where(row => !row.Met).Select(row => $"{row.Measure} {row.GotText} ({row.Bound})"));

    /// <summary><c>losing b, seed 3</c></summary>
    public string Where => Lost.Title.Length == 0 ? $"seed {Seed}" : $"{Lost.Title}, seed {Seed}";
}
