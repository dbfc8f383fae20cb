using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Import.Load;

/// <summary>Counts the lines of an access log (common or combined log format) by minute: requests a second of one service.</summary>
internal sealed partial class AccessLog(string file, LoadNaming naming, Diagnostics diagnostics)
{
    private const int Minute = 60;

    /// <summary>A year. A line with a broken date would make millions of minutes.</summary>
    private const int MinutesMax = 366 * 24 * 60;

    /// <summary>A log whose first line has no time in brackets is none.</summary>
    public static bool IsOne(string firstLine) => Stamp().IsMatch(firstLine);

    public IReadOnlyList<LoadSeries> Read(TextReader text)
    {
        var minutes = new SortedDictionary<long, int>();
        var (number, broken, first) = (0, 0, 0);
        while (text.ReadLine() is { } line)
        {
            number++;
            if (TimeOf(line) is { } at) minutes[at / Minute] = minutes.GetValueOrDefault(at / Minute) + 1;
            else if (line.Length > 0 && ++broken == 1) first = number;
        }

        if (broken > 0) diagnostics.Error(file, first, 1, $"{broken:N0} lines from here on have no time in brackets; left out");
        return IsTooLong(minutes) ? [] : [new LoadSeries(naming.Namespace, naming.Fallback(file), [.. Filled(minutes)])];
    }

    private bool IsTooLong(SortedDictionary<long, int> minutes)
    {
        if (minutes.Count == 0) return false;
        var (first, last) = (minutes.Keys.First(), minutes.Keys.Last());
        if (last - first <= MinutesMax) return false;
        diagnostics.Error(file, 0, 0, $"its lines are from {DateOf(first)} to {DateOf(last)}; allowed is a year at most");
        return true;
    }

    private static string DateOf(long minute) =>
        DateTimeOffset.FromUnixTimeSeconds(minute * Minute).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A minute without a line is one without requests.</summary>
    private static IEnumerable<(double At, double Value)> Filled(SortedDictionary<long, int> minutes)
    {
        if (minutes.Count == 0) yield break;
        for (var minute = minutes.Keys.First(); minute <= minutes.Keys.Last(); minute++)
        {
            yield return (minute * Minute, minutes.GetValueOrDefault(minute) / (double)Minute);
        }
    }

    private static long? TimeOf(string line)
    {
        var stamp = Stamp().Match(line);
        return stamp.Success && DateTimeOffset.TryParseExact(
            stamp.Groups[1].Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUnixTimeSeconds()
            : null;
    }

    [GeneratedRegex(@"\[(\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\]")]
    private static partial Regex Stamp();
}
