using System.Globalization;
using System.Text.Json;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Invariants;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>A measured run against the scenario that rebuilds it, ten seeds: the rows that people read in tests/README.md.</summary>
internal static class MeasuredTable
{
    internal const int Seeds = 10;

    /// <summary>A number of the recording, by its path in NAME.json.</summary>
    public static double Recorded(string run, string path)
    {
        using var recording =
            JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Folder("tests"), "Simulator.Tests", "Measured", $"{run}.json")));
        return path.Split('.').Aggregate(recording.RootElement, (element, name) => element.GetProperty(name)).GetDouble();
    }

    public static MeasuredMarks[] Agrees(string scenario, double zero, Mark[] marks)
    {
        var runs = RunAll(scenario);
        var rows = marks.Select(mark => new Row(mark, [.. runs.Select(run => mark.Read(run, zero)).Order()])).ToList();
        Assert.All(rows, row => Assert.True(row.Agrees, row.ToString()));

        // The table people read is the one that was just computed.
        var table = string.Join('\n', rows);
        Page.Says(Path.Combine("tests", "README.md"), table, table[..table.IndexOf('|', 2)], line => !line.StartsWith('|'));
        return runs;
    }

    private static MeasuredMarks[] RunAll(string name)
    {
        var file = ScenarioReader.Read(Path.Combine(Repository.Folder("scenarios"), $"{name}.yaml"));
        var runs = new MeasuredMarks[Seeds];
        Parallel.For(0, Seeds, i =>
        {
            runs[i] = new MeasuredMarks();
            var invariants = new InvariantSuite();
            var run = new ScenarioRun(file.Scenario! with { Seed = (ulong)i + 1 }, runs[i], invariants);
            invariants.Follow(run);
            run.Start();
            run.Advance(run.Scenario.Duration);
            Assert.Empty(invariants.Broken);
        });
        return runs;
    }
}

internal sealed record Mark(string Name, double Measured, Func<MeasuredMarks, double, double> Read)
{
    /// <summary>What the simulated median may be.</summary>
    public (double Low, double High) Allowed { get; init; } = (Measured - Tolerance(Measured), Measured + Tolerance(Measured));

    public string Unit { get; init; } = "s";

    public string Shown { get; init; } = MeasuredNumber.Of(Measured, 1);

    public int Digits { get; init; } = 1;

    public static Mark Spread(string name, double low, double high, Func<MeasuredMarks, double, double> read) =>
        new(name, low, read) { Allowed = (low, high), Shown = $"{MeasuredNumber.Of(low, 2)}–{MeasuredNumber.Of(high, 2)}", Digits = 2 };

    public static Mark Count(string name, double measured, Func<MeasuredMarks, double, double> read) =>
        new(name, measured, read)
        {
            Unit = "",
            Shown = MeasuredNumber.Of(measured, 0),
            Digits = 0,
            Allowed = (measured * 0.95, measured * 1.05),
        };

    /// <summary>
    /// The median as usual; but a seed in which something just misses a sweep of its kubelet, or just catches it, is one of these away.
    /// </summary>
    public Mark BySweep() => this with { Slack = 10 };

    /// <summary>How far single seeds may be outside of what the median may be; null: as far as the tolerance.</summary>
    public double? Slack { get; private init; }

    public Mark Within(double seconds) => this with { Allowed = (Measured - seconds, Measured + seconds) };

    private static double Tolerance(double measured) => Math.Max(5, 0.05 * measured);
}

internal sealed record Row(Mark Mark, double[] Sorted)
{
    private double Median => (Sorted[(MeasuredTable.Seeds / 2) - 1] + Sorted[MeasuredTable.Seeds / 2]) / 2;

    /// <summary>The median is within the tolerance, and no seed is further away than twice that.</summary>
    public bool Agrees
    {
        get
        {
            var slack = Mark.Slack ?? ((Mark.Allowed.High - Mark.Allowed.Low) / 2);
            return Median >= Mark.Allowed.Low && Median <= Mark.Allowed.High
                && Sorted[0] >= Mark.Allowed.Low - slack && Sorted[^1] <= Mark.Allowed.High + slack;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Mark.Name} | {Mark.Shown} {Mark.Unit} | {MeasuredNumber.Of(Sorted[0], Mark.Digits)} – "
            + $"**{MeasuredNumber.Of(Median, Mark.Digits)}** – "
            + $"{MeasuredNumber.Of(Sorted[^1], Mark.Digits)} {Mark.Unit} |");
}

internal static class MeasuredNumber
{
    public static string Of(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
