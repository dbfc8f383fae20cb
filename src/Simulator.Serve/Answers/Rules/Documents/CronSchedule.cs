using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Schedules of cron jobs (ParseStandard of robfig/cron 1.1.0, with which 1.20 judges them).</summary>
internal static class CronSchedule
{
    private const string Every = "@every ";

    private static readonly string[] Words =
        ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

    /// <summary>Minute, hour, day of the month, month, day of the week; names stand for the least and those after it.</summary>
    private static readonly Field[] Fields =
    [
        new(0, 59, []),
        new(0, 23, []),
        new(1, 31, []),
        new(1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        new(0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ];

    /// <summary>What is wrong with it; null: nothing.</summary>
    public static string? Fault(string schedule)
    {
        if (schedule.StartsWith('@')) return FaultOfWord(schedule);
        var parts = schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length) return $"Expected exactly {Fields.Length} fields, found {parts.Length}: {schedule}";
        return parts.Zip(Fields)
            .SelectMany(pair => pair.First.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(range => Fault(range, pair.Second)))
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOfWord(string word)
    {
        if (!word.StartsWith(Every, StringComparison.Ordinal)) return Words.Contains(word) ? null : $"Unrecognized descriptor: {word}";
        var pause = word[Every.Length..];
        return GoDuration.TryParse(pause, out _)
            ? null
            : $"Failed to parse duration {word}: time: invalid duration {JsonText.Of(pause)}";
    }

    /// <summary>Of <c>*</c>, <c>5</c> or <c>5-9</c>, each with a step or without.</summary>
    private static string? Fault(string range, Field field)
    {
        var (steps, ends) = (range.Split('/'), range.Split('/')[0].Split('-'));
        long first = field.Least, last = field.Most, step = 1;
        if (ends[0] is not ("*" or "?"))
        {
            if (FaultOfNumber(ends[0], field.Names, field.Least, out first) is { } fault) return fault;
            last = first;
            if (ends.Length > 2) return $"Too many hyphens: {range}";
            if (ends.Length == 2 && FaultOfNumber(ends[1], field.Names, field.Least, out last) is { } other) return other;
        }

        if (steps.Length > 2) return $"Too many slashes: {range}";
        if (steps.Length == 2)
        {
            if (FaultOfNumber(steps[1], [], 0, out step) is { } fault) return fault;
            if (ends.Length == 1) last = field.Most;
        }

        if (first < field.Least) return $"Beginning of range ({first}) below minimum ({field.Least}): {range}";
        if (last > field.Most) return $"End of range ({last}) above maximum ({field.Most}): {range}";
        if (first > last) return $"Beginning of range ({first}) beyond end of range ({last}): {range}";
        return step == 0 ? $"Step of range should be a positive number: {range}" : null;
    }

    private static string? FaultOfNumber(string text, string[] names, int least, out long number)
    {
        number = Array.IndexOf(names, text.ToLowerInvariant());
        if (number >= 0)
        {
            number += least;
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return $"Failed to parse int from {text}: strconv.Atoi: parsing {JsonText.Of(text)}: {FaultOfText(text)}";
        return number < 0 ? $"Negative number ({number}) not allowed: {text}" : null;
    }

    private static string FaultOfText(string text) =>
        text.TrimStart('+', '-') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) && text.Length - digits.Length <= 1
            ? "value out of range"
            : "invalid syntax";

    private sealed record Field(int Least, int Most, string[] Names);
}
