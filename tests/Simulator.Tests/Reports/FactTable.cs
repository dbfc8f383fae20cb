using System.Globalization;
using Simulator.World.Observations;

namespace Simulator.Tests.Reports;

/// <summary>
/// Observations as a text table: seconds, kind, subject, other, value, extra; "-" is empty, what is missing at the end too; "~" is a space.
/// </summary>
internal static class FactTable
{
    public static IEnumerable<Observation> Read(string table, string cluster = "east") =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Parse(line, cluster));

    private static Observation Parse(string line, string cluster)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = TimeSpan.FromSeconds(double.Parse(cells[0], CultureInfo.InvariantCulture));
        return new Observation(
            at, Enum.Parse<ObservationKind>(cells[1]), cluster, Text(cells, 2), Text(cells, 3), Number(cells, 4), Number(cells, 5));
    }

    private static string Text(string[] cells, int index) =>
        cells.Length > index && cells[index] != "-" ? cells[index].Replace('~', ' ') : "";

    private static long Number(string[] cells, int index) =>
        cells.Length > index ? long.Parse(cells[index], CultureInfo.InvariantCulture) : 0;
}
