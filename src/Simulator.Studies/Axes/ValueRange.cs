using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Studies.Axes;

/// <summary><c>A..B:STEP</c>: numbers of one unit (<c>10%..50%:10%</c>, <c>100m..500m:100m</c>), or durations of several.</summary>
internal static class ValueRange
{
    private const string Form = "allowed is A..B:STEP, as in 20..60:10 or 10s..2m:10s";

    /// <summary>It begins like a number and has two dots.</summary>
    public static bool IsRange(string text) =>
        text.Contains("..", StringComparison.Ordinal) && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+');

    /// <param name="problem">A sentence without its subject if null is returned.</param>
    public static IReadOnlyList<string>? Parse(string text, int most, out string problem)
    {
        var (ends, step) = Split(text, ':', "1");
        var (from, to) = Split(ends, "..", "");
        if (!TryScale([from, to, step], text.Contains(':', StringComparison.Ordinal), out var scale))
        {
            problem = $"'{text}' is no range: {Form}; all three of one unit, and whole numbers may leave the step out";
            return null;
        }

        return Values(scale.Read(from), scale.Read(to), scale.Read(step), text, scale.Format, most, out problem);
    }

    private static IReadOnlyList<string>? Values(
        decimal from, decimal to, decimal step, string text, Func<decimal, string> format, int most, out string problem)
    {
        problem = step == 0 ? $"'{text}' has a step of 0: it never ends; {Form}"
            : step < 0 ? $"'{text}' has a negative step; a range goes up: {Form}"
            : from > to ? $"'{text}' begins after its end, so that it has no values; a range goes up: {Form}"
            : (to - from) / step >= most ? $"'{text}' has more than {most:N0} values"
            : "";
        if (problem.Length > 0) return null;
        var values = new List<string>();
        for (var value = from; value <= to; value += step) values.Add(format(value));
        return values;
    }

    private static bool TryScale(string[] texts, bool hasStep, out Scale scale)
    {
        var units = texts.Select(UnitOf).ToList();
        if (!hasStep) units[2] = units[0];
        scale = new Scale(
            text => NumberOf(text), value => string.Create(CultureInfo.InvariantCulture, $"{value:0.############}{units[0]}"));
        var areNumbers = texts.All(text => TryNumber(text, out _));
        if (areNumbers && units.Distinct().Count() == 1) return hasStep || units[0].Length == 0 && texts.All(IsWhole);
        scale = new Scale(text => TicksOf(text) ?? 0, value => GoDuration.Format(TimeSpan.FromTicks((long)value)));
        return hasStep && texts.All(text => TicksOf(text) is not null);
    }

    private static bool IsWhole(string text) => TryNumber(text, out var number) && decimal.Truncate(number) == number;

    private static string UnitOf(string text) => text.TrimStart('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');

    private static decimal NumberOf(string text) => TryNumber(text, out var number) ? number : 0;

    private static bool TryNumber(string text, out decimal number) => decimal.TryParse(
        text[..^UnitOf(text).Length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out number)
        && Math.Abs(number) < 1e15m;

    private static decimal? TicksOf(string text) => GoDuration.TryParse(text, out var duration) ? duration.Ticks : null;

    private static (string Before, string After) Split(string text, char mark, string otherwise) => Split(text, $"{mark}", otherwise);

    private static (string Before, string After) Split(string text, string mark, string otherwise) =>
        text.IndexOf(mark, StringComparison.Ordinal) is var at && at < 0
            ? (text.Trim(), otherwise)
            : (text[..at].Trim(), text[(at + mark.Length)..].Trim());

    /// <summary>How the numbers of a range are read and written.</summary>
    private sealed record Scale(Func<string, decimal> Read, Func<decimal, string> Format);
}
