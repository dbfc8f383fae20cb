using System.Globalization;

namespace Simulator.Reports.Exposition;

/// <summary>
/// A run's time series in the text format of OpenMetrics 1.0, which Prometheus takes in as blocks
/// (<c>promtool tsdb create-blocks-from openmetrics</c>).
/// </summary>
public static class OpenMetricsText
{
    /// <param name="labels">Of all samples: the scenario, the seed.</param>
    /// <param name="start">Seconds since 1970 at the start of the run.</param>
    /// <returns>Columns that are no metric of ours, and were left out.</returns>
    public static IReadOnlyList<string> Write(
        TimeSeriesFile series, IReadOnlyList<(string Name, string Value)> labels, decimal start, TextWriter text)
    {
        var unknown = new List<string>();
        var families = new List<(MetricFamily Family, List<(int Index, string Labels)> Columns)>();
        for (var i = 0; i < series.Columns.Count; i++)
        {
            if (MetricColumns.Of(series.Columns[i]) is not { } column)
            {
                unknown.Add(series.Columns[i]);
                continue;
            }

            // All samples of a family stand together.
            var family = families.Find(entry => entry.Family.Name == column.Family.Name);
            if (family.Columns is null) families.Add(family = (column.Family, []));
            family.Columns.Add((i, Labels(labels, column)));
        }

        foreach (var (family, columns) in families) Write(family, columns, series, start, text);
        text.Write("# EOF\n");
        return unknown;
    }

    private static void Write(
        MetricFamily family, List<(int Index, string Labels)> columns, TimeSeriesFile series, decimal start, TextWriter text)
    {
        text.Write($"# TYPE {family.Name} {(family.Type == MetricType.Counter ? "counter" : "gauge")}\n");
        if (family.Unit.Length > 0) text.Write($"# UNIT {family.Name} {family.Unit}\n");
        text.Write($"# HELP {family.Name} {Escaped(family.Help)}\n");
        foreach (var (index, labels) in columns)
        {
            foreach (var (time, values) in series.Rows)
            {
                if (values[index].Length == 0) continue;
                text.Write($"{family.SampleName}{labels} {values[index]} {At(time, start)}\n");
            }
        }
    }

    private static string At(string time, decimal start) =>
        (start + decimal.Parse(time, NumberStyles.Float, CultureInfo.InvariantCulture)).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Labels(IReadOnlyList<(string Name, string Value)> common, MetricColumn column)
    {
        IEnumerable<(string Name, string Value)> all = column.Label.Length > 0 ? [.. common, (column.Label, column.Part)] : common;
        return $"{{{string.Join(',', all.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\""))}}}";
    }

    /// <summary>Of label values and help: the three characters that the format escapes.</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
