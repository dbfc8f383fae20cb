using System.Globalization;
using CsvHelper;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>
/// Reads CSV files that say when what failed for how long. The header names the columns; a column's last letters give its unit (_s, _m,
/// _h).
/// </summary>
public static class FailureTrace
{
    private static readonly string[] Times =
    [
        "time", "at", "start", "time_s", "time_m", "time_h", "start_s", "start_utc", "timestamp", "removed_time_s",
    ];
    private static readonly string[] Targets = ["target", "node", "rack", "zone", "machine", "machine_id", "location"];
    private static readonly string[] Durations = ["duration", "lasts", "duration_s", "duration_m", "duration_h"];

    /// <param name="At">Since the beginning of the trace; since the first row where times are dates.</param>
    /// <param name="Target">"" if the trace names none.</param>
    public readonly record struct Row(TimeSpan At, string Target, TimeSpan? Duration);

    /// <summary>In the order of the file; null after errors.</summary>
    public static IReadOnlyList<Row>? Read(string path, Diagnostics diagnostics)
    {
        diagnostics.AddFile(path);
        var errors = diagnostics.Errors.Count;
        var rows = new List<Row>();
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { TrackLineNumbers = true });
            ReadRows(path, csv, rows, diagnostics);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            diagnostics.Error(path, 1, 1, $"cannot be read: {problem.Message.Split('\n')[0]}");
        }

        return diagnostics.Errors.Count > errors ? null : rows;
    }

    private static void ReadRows(string path, CsvReader csv, List<Row> rows, Diagnostics diagnostics)
    {
        csv.ReadHeader();
        if (csv.Headers is not { Count: > 0 } header)
        {
            diagnostics.Error(path, 1, 1, "is empty; allowed is a header line, then rows");
            return;
        }

        var (time, target, duration) = (Column(header, Times), Column(header, Targets), Column(header, Durations));
        if (time is null)
        {
            diagnostics.Error(
                path, 1, 1,
                $"has no column for the time; its columns are {Wording.Listed(header)}; allowed is one of {Wording.Listed(Times)}");
            return;
        }

        DateTime? zero = null;
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var (at, lasts) =
                (Moment(csv.GetString(time), time, ref zero), duration is null ? null : Length(csv.GetString(duration), duration));
            if (at is null)
            {
                diagnostics.Error(
                    path, line, 1,
                    $"the time '{Wording.Shortened(csv.GetString(time) ?? "")}' is none; allowed are numbers from 0, durations such as "
                        + "20m, and dates such as 2018-03-01T02:21:00Z");
            }
            if (duration is not null && lasts is null && csv.GetString(duration) is { Length: > 0 } wrong)
            {
                diagnostics.Error(
                    path, line, 1,
                    $"the duration '{Wording.Shortened(wrong)}' is none; allowed are numbers above 0 and durations such as 20m");
            }
            if (at is { } known) rows.Add(new Row(known, target is null ? "" : csv.GetString(target) ?? "", lasts));
        }
    }

    private static string? Column(IReadOnlyList<string> header, string[] names) =>
        names.FirstOrDefault(name => header.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } found
        ? header.First(column => column.Equals(found, StringComparison.OrdinalIgnoreCase))
        : null;

    private static TimeSpan? Moment(string? text, string column, ref DateTime? zero)
    {
        if (Length(text, column, allowZero: true) is { } length) return length;
        if (!DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
        {
            return null;
        }
        zero ??= date;
        return date < zero ? null : date - zero;
    }

    private static TimeSpan? Length(string? text, string column, bool allowZero = false)
    {
        TimeSpan? length = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9
            ? TimeSpan.FromMicroseconds(Math.Round(number * UnitOf(column).TotalMicroseconds))
            : GoDuration.TryParse(text ?? "", out var duration) ? duration : null;
        return length > TimeSpan.Zero || (allowZero && length == TimeSpan.Zero) ? length : null;
    }

    private static TimeSpan UnitOf(string column) => column[^2..].ToLowerInvariant() switch
    {
        "_m" => TimeSpan.FromMinutes(1),
        "_h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromSeconds(1),
    };
}
