using System.Globalization;

namespace Simulator.Reports.Statistics;

/// <summary>Durations as people write them.</summary>
public static class HumanTime
{
    /// <summary>The two largest units: <c>1 h 56 min</c>, <c>5 min 12 s</c>, <c>34 s</c>, <c>1.81 s</c> below ten seconds.</summary>
    public static string Long(double seconds)
    {
        if (seconds < 0) return "-" + Long(-seconds);
        if (seconds < 9.995) return string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s");
        var whole = (long)Math.Round(seconds, MidpointRounding.AwayFromZero);
        if (whole < 60) return $"{whole} s";
        if (whole < 3600) return Pair(whole, 60, "min", 1, "s");
        return whole < 86_400 - 30 ? Pair(RoundTo(whole, 60), 3600, "h", 60, "min") : Pair(RoundTo(whole, 3600), 86_400, "d", 3600, "h");
    }

    /// <summary><c>h:mm:ss</c>, to the nearest second.</summary>
    public static string Clock(double seconds)
    {
        if (seconds < 0) return "-" + Clock(-seconds);
        var whole = (long)Math.Round(seconds, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary><c>since 0:12:00</c>, or since the start.</summary>
    public static string Since(double seconds) => seconds < 0.5 ? "since the start" : $"since {Clock(seconds)}";

    /// <summary>A duration as short as it can be: <c>0:40</c> is forty seconds, <c>1:52:00</c> nearly two hours.</summary>
    public static string Span(double seconds)
    {
        var clock = Clock(seconds);
        return clock.StartsWith("0:", StringComparison.Ordinal) ? clock[(clock[2] == '0' ? 3 : 2)..] : clock;
    }

    /// <summary>For what lasts seconds, <c>h:mm:ss</c> hides too much: <c>1.81 s</c> below a minute, a clock above.</summary>
    public static string Short(double seconds) =>
        Math.Abs(seconds) < 60 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s") : Clock(seconds);

    /// <summary>How long an answer takes: <c>84 ms</c> below a second, <c>1.81 s</c> above.</summary>
    public static string Answer(double seconds) => seconds < 0.9995
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.#} ms")
        : Short(seconds);

    private static string Pair(long seconds, long large, string largeUnit, long small, string smallUnit)
    {
        var rest = seconds % large / small;
        return rest == 0 ? $"{seconds / large} {largeUnit}" : $"{seconds / large} {largeUnit} {rest} {smallUnit}";
    }

    private static long RoundTo(long seconds, long unit) => (seconds + (unit / 2)) / unit * unit;
}
