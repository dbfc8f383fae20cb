using System.Globalization;
using Simulator.Reports.RunSets;

namespace Simulator.Reports.Comparison;

/// <summary>Which runs of two sides are held against each other.</summary>
/// <param name="IsBySeed">The two runs at a place have the same seed, so that they met the same outages and users, and what both share
/// cancels out; otherwise the runs have nothing to do with each other.</param>
public sealed record Pairing(IReadOnlyList<RunRow> Before, IReadOnlyList<RunRow> After, bool IsBySeed)
{
    /// <summary>Pairs in which the runs are the same to the last observation.</summary>
    public int Identical => IsBySeed ? Before.Zip(After).Count(pair => pair.First.Digest == pair.Second.Digest) : 0;

    /// <summary>Pairs, or the runs of the smaller side.</summary>
    public int Count => Math.Min(Before.Count, After.Count);

    /// <summary>By seed if at least two are shared, or if one side has no other.</summary>
    public static Pairing Of(Side before, Side after)
    {
        var others = after.Rows.ToDictionary(row => row.Seed, StringComparer.Ordinal);
        List<RunRow> shared = [.. before.Rows.Where(row => others.ContainsKey(row.Seed))];
        return shared.Count >= 2 || (shared.Count == 1 && (before.Rows.Count == 1 || after.Rows.Count == 1))
            ? new Pairing(shared, [.. shared.Select(row => others[row.Seed])], true)
            : new Pairing(before.Rows, after.Rows, false);
    }

    /// <summary><c>20 runs each, paired by seed (1 to 20)</c></summary>
    public string Words
    {
        get
        {
            if (!IsBySeed)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Before.Count} against {After.Count} runs, no seed in common");
            }
            var seeds = Before.Count == 1 ? $"seed {Before[0].Seed}" : $"seeds {Before[0].Seed} to {Before[^1].Seed}";
            return Before.Count == 1 ? $"1 run each, {seeds}" : $"{Before.Count} runs each, paired by seed ({seeds})";
        }
    }
}
