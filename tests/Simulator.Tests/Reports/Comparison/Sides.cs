using System.Globalization;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.RunSets;

namespace Simulator.Tests.Reports.Comparison;

/// <summary>Sides as text: <c>podStart.p99 2.31 2.30 -</c>, a line a measure, a column a seed, <c>-</c> where a run has none.</summary>
internal static class Sides
{
    public static RunSetHeader Header { get; } = new() { Scenario = "shop", Version = "0.1.0", Kubernetes = "1.3.10", Command = "" };

    public static Side Of(string name, string table, int firstSeed = 1)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        var rows = Enumerable.Range(0, lines[0].Length - 1).Select(i => new RunRow
        {
            Seed = $"{firstSeed + i}",
            Digest = $"{name}{i}",
            Measures = lines.Where(line => line[i + 1] != "-")
                .ToDictionary(line => line[0], line => double.Parse(line[i + 1], CultureInfo.InvariantCulture)),
        });
        return new Side(name, Header, [.. rows]);
    }

    public static ComparisonResult Compare(Side before, Side after, ThresholdBook? book = null) =>
        new Comparer(book ?? ThresholdBook.Default, 0.95).Compare(before, after);

    public static string TextOf(ComparisonResult result) => string.Join('\n', ComparisonText.Lines(result));
}
