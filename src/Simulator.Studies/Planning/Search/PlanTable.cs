using System.Globalization;
using Simulator.Reports.Tables;

namespace Simulator.Studies.Planning.Search;

/// <summary>tried.csv: a row for each run of a plan.</summary>
internal static class PlanTable
{
    public static void Write(TextWriter text, PlanOutcome outcome)
    {
        using var table = new CsvTable(
            text,
            [
                .. outcome.Plan.Axes.Select(axis => axis.Path), "dollarsAnHour", "lost", "seed",
                .. outcome.Bounds.Select(row => row.Measure),
                "holds",
            ]);
        foreach (var run in outcome.Tried.SelectMany(outcome.Of))
        {
            foreach (var setting in run.Rung.Settings) table.Text(setting.Value);
            table.Text(Number(outcome.Dollars(run.Rung))).Text(run.Lost.Title).Text($"{run.Seed}");
            foreach (var row in run.Rows) table.Text(Number(row.Got));
            table.Text(run.Holds ? "true" : "false");
            table.End();
        }

        table.Flush();
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
