using System.Globalization;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Laws.Coverage;

/// <summary>
/// Intervals of 95 % hold the truth in 93 to 97 % of 1,000 repetitions. That takes minutes: it runs on demand
/// (<c>dotnet test --project tests/Simulator.Tests -- --explicit only --filter-class "*CoverageLaws"</c>; with REWRITE_PAGES=1 it writes
/// results/coverage.md). The others are small copies of it.
/// </summary>
public sealed class CoverageLaws
{
    [Fact(Explicit = true)]
    public void Intervals_hold_the_truth_as_often_as_they_say()
    {
        const int Repetitions = 1_000;
        IReadOnlyList<CoverageRow> rows =
        [
            .. Experiments.Queue(Repetitions), .. Experiments.LongQueue(Repetitions), .. Experiments.Machines(Repetitions),
            .. Experiments.Boots(Repetitions),
        ];
        var table = string.Join('\n', rows.Select(LineOf));
        Page.Says(Path.Combine("results", "coverage.md"), table, "| M/M/1", line => !line.StartsWith('|'));
        Assert.All(rows, row => Assert.InRange(row.Share, 0.93, 0.97));
    }

    /// <summary>Of 40 repetitions an interval of 95 % holds at least 33 in all but one of a thousand cases.</summary>
    [Fact]
    public void A_few_of_them_do()
    {
        const int Repetitions = 40;
        IReadOnlyList<CoverageRow> rows = [.. Experiments.Queue(Repetitions), .. Experiments.Boots(Repetitions)];
        Assert.All(rows, row => Assert.InRange(row.Held, 33, Repetitions));
        // Intervals that hold it always are no better: they would be too wide.
        Assert.InRange(rows.Sum(row => row.Held), 0, (int)(0.985 * Repetitions * rows.Count));
    }

    [Fact]
    public void The_page_has_every_row_within_its_bounds()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "results", "coverage.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.EndsWith("% |", StringComparison.Ordinal))
            .Select(line => line.Split('|')[^2].Trim().TrimEnd('%').Trim())
            .Select(share => double.Parse(share, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(11, rows.Count);
        Assert.All(rows, share => Assert.InRange(share, 93, 97));
    }

    private static string LineOf(CoverageRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Name} | {row.Truth} | {row.Method} | {row.Held} of {row.Repetitions} | {row.Share * 100:0.0} % |");
}
