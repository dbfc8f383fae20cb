using System.Globalization;
using Simulator.Api.Documents;
using Simulator.World.Observations;

namespace Simulator.Cli.Verbs;

/// <summary>A moment of a run as people write it: <c>1:20:00</c>, <c>20:00</c> or <c>80m</c>.</summary>
internal static class Moment
{
    /// <returns>Null if the text says no moment of the run; then <paramref name="problem"/> says why.</returns>
    public static TimeSpan? Parse(string? text, TimeSpan end, out string problem)
    {
        problem = "";
        if (text is null) return end;
        if (Read(text) is not { } at)
        {
            problem = $"--at {text}: that is no moment; write 1:20:00 or 80m";
            return null;
        }

        if (at >= TimeSpan.Zero && at <= end) return at;
        problem = $"--at {text}: the run goes from 0:00:00 to {Clock.Of(end)}";
        return null;
    }

    private static TimeSpan? Read(string text)
    {
        var parts = text.Split(':');
        if (parts.Length is not (2 or 3)) return GoDuration.TryParse(text, out var duration) ? duration : null;
        var total = 0L;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 9999) return null;
            total = (total * 60) + number;
        }

        return TimeSpan.FromSeconds(total);
    }
}
