using System.Globalization;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Divergences;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Where the first two runs of one seed part, if what the user named can still tell.</summary>
internal static class Parting
{
    /// <summary>Lines; none if all runs are the same, or have no seed in common.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<string> Lines(SideInput before, SideInput after, ComparisonResult result, CancellationToken interruption)
    {
        var pairing = result.Pairing;
        if (!pairing.IsBySeed || pairing.Identical == pairing.Count) return [];
        var seed = pairing.Before.Zip(pairing.After).First(pair => pair.First.Digest != pair.Second.Digest).First.Seed;
        return Find(before, after, seed, interruption) is { } found
            ? found.Lines(before.Name, after.Name)
            : [Advice(seed)];
    }

    private static Divergence? Find(SideInput before, SideInput after, string seed, CancellationToken interruption) =>
        (before, after) switch
        {
            (SideInput.Finished { Folder: { } first }, SideInput.Finished { Folder: { } second })
                when EventFiles.AreIn(first) && EventFiles.AreIn(second) => EventFiles.Part(seed, first, second),
            (SideInput.Planned first, SideInput.Planned second) => Lockstep.Part(
                first.Scenario with { Seed = ulong.Parse(seed, CultureInfo.InvariantCulture) }, second.Scenario with
                {
                    Seed = ulong.Parse(seed, CultureInfo.InvariantCulture),
                }, interruption),
            _ => null,
        };

    private static string Advice(string seed) =>
        $"Seed {seed} runs otherwise than before. To see where, run it with both (simulator run FILE --seed {seed} --out DIR) and compare "
        + "the two folders.";
}
