using Simulator.Api.Words;
using Simulator.Reports.Measures;

namespace Simulator.Reports.Comparison;

/// <summary>What a reader of a verdict has to know of how it came about, a sentence each.</summary>
public static class Remarks
{
    private const int FlagsShown = 4;

    /// <summary>What is unlike on both sides besides their runs; nothing if they are of one kind.</summary>
    public static IEnumerable<string> OfSides(Side before, Side after)
    {
        var (a, b) = (before.Header, after.Header);
        if (a.Scenario != b.Scenario) yield return $"These are two scenarios: {a.Scenario} and {b.Scenario}.";
        if (a.Version != b.Version) yield return $"{before.Name} is of version {a.Version} of the simulator, {after.Name} of {b.Version}.";
        if (a.Kubernetes != b.Kubernetes) yield return $"{before.Name} simulates Kubernetes {a.Kubernetes}, {after.Name} {b.Kubernetes}.";
        IReadOnlyList<string> both = [.. Only(b.Flags, a.Flags, after.Name), .. Only(a.Flags, b.Flags, before.Name)];
        // A setting that changed a flag is told as the flag.
        IReadOnlyList<string> flags = [.. both.Where(flag => !flag.StartsWith("--set ", StringComparison.Ordinal))];
        var only = flags.Count > 0 ? flags : both;
        if (only.Count > 0) yield return $"Flags: {Wording.Listed(only.Take(FlagsShown))}{More(only.Count - FlagsShown)}.";
    }

    /// <summary>How far the verdict holds.</summary>
    public static IEnumerable<string> OfResult(ComparisonResult result)
    {
        var pairing = result.Pairing;
        if (pairing.IsBySeed && pairing.Count == 1)
        {
            yield return pairing.Identical == 1
                ? $"Both runs are the same to the last observation (seed {pairing.Before[0].Seed})."
                : $"One seed: the differences are exact for seed {pairing.Before[0].Seed} and prove nothing about others.";
        }
        else if (pairing.Identical == pairing.Count && pairing.IsBySeed)
        {
            yield return $"All {pairing.Count} pairs of runs are the same to the last observation.";
        }
        else if (!pairing.IsBySeed && pairing.Count == 1)
        {
            yield return "One run of another seed says nothing: at least two on each side are needed, or the same seed on both.";
        }
        else if (!pairing.IsBySeed) yield return "No seeds in common: the runs are not paired (Welch), so that chance counts in full.";

        if (LeftOut(result) is { Length: > 0 } left) yield return left;
        if (Unknown(pairing) is { Count: > 0 } unknown)
        {
            yield return $"Not compared, for this version does not know them: {Wording.Listed(unknown)}.";
        }
    }

    private static string LeftOut(ComparisonResult result)
    {
        if (!result.Pairing.IsBySeed) return "";
        var (a, b) = (result.Before.Rows.Count - result.Pairing.Count, result.After.Rows.Count - result.Pairing.Count);
        return a + b == 0
            ? ""
            : $"Runs whose seed only one side has are left out: {a} of {result.Before.Name}, {b} of {result.After.Name}.";
    }

    private static List<string> Unknown(Pairing pairing) =>
        [.. pairing.Before.Concat(pairing.After).SelectMany(row => row.Measures.Keys).Distinct()
            .Where(name => !MeasureCatalog.IsKnown(name)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Only(IReadOnlyList<string> flags, IReadOnlyList<string> others, string name) =>
        flags.Except(others).Select(flag => $"{flag} only in {name}");

    private static string More(int count) => count > 0 ? $" and {count} more" : "";
}
