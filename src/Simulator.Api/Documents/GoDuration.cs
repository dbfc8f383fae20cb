using System.Globalization;

namespace Simulator.Api.Documents;

/// <summary>
/// Durations as Go (and so every Kubernetes flag) writes them: <c>1h30m</c>, <c>100ms</c>, <c>1.5s</c>, <c>-5m</c>, <c>0</c>.
/// </summary>
/// <remarks>time.ParseDuration. Below 100 ns the rest is cut off.</remarks>
public static class GoDuration
{
    /// <summary>A hundred years: whatever lasts longer outlives every run, and sums and multiples of it stay far from the end of a
    /// TimeSpan.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    /// <summary>What is wrong with a longer one.</summary>
    public const string TooLong = "longer than 100 years; allowed are durations up to 876600h";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var rest = text.AsSpan();
        var isNegative = rest.StartsWith("-");
        if (isNegative || rest.StartsWith("+")) rest = rest[1..];
        if (rest is "0") return true;
        if (rest.Length is 0 or > 200) return false;
        var ticks = 0m;
        while (rest.Length > 0)
        {
            if (!TryPart(ref rest, ref ticks)) return false;
        }

        duration = TimeSpan.FromTicks(isNegative ? -(long)ticks : (long)ticks);
        return true;
    }

    /// <summary>The shortest exact form: <c>1h30m</c>, <c>40s</c>, <c>100ms</c>, <c>0s</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero) return "0s";
        var ticks = Math.Abs((decimal)duration.Ticks);
        var text = duration < TimeSpan.Zero ? "-" : "";
        foreach (var (unit, size) in new (string, decimal)[] { ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute) })
        {
            if (ticks >= size) text += string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(ticks / size)}{unit}");
            ticks %= size;
        }

        return text + Seconds(ticks);
    }

    private static string Seconds(decimal ticks)
    {
        if (ticks == 0) return "";
        var (unit, size) = ticks >= TimeSpan.TicksPerSecond ? ("s", TimeSpan.TicksPerSecond) : ("ms", TimeSpan.TicksPerMillisecond);
        return string.Create(CultureInfo.InvariantCulture, $"{ticks / size:0.#######}{unit}");
    }

    private static bool TryPart(ref ReadOnlySpan<char> rest, ref decimal ticks)
    {
        var digits = rest.IndexOfAnyExcept("0123456789.");
        if (digits <= 0 || digits > 25) return false;
        var number = rest[..digits];
        rest = rest[digits..];
        var unit = rest.IndexOfAny("0123456789.") is var next && next < 0 ? rest : rest[..next];
        rest = rest[unit.Length..];
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        if (TicksOf(unit) is not { } size || count > long.MaxValue / Math.Max(size, 1)) return false;
        ticks += count * size;
        return ticks <= long.MaxValue;
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 0.01m,
        "us" or "\u00B5s" or "\u03BCs" => TimeSpan.TicksPerMicrosecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => null,
    };
}
