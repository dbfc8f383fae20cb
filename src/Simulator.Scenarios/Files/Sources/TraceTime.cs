using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Times that traces give as numbers.</summary>
internal static class TraceTime
{
    /// <summary>Whole microseconds; null if it is negative, no number, or longer than <see cref="GoDuration.Longest"/>.</summary>
    public static TimeSpan? Of(double number, TimeSpan unit)
    {
        var microseconds = Math.Round(number * unit.TotalMicroseconds);
        return microseconds >= 0 && microseconds <= GoDuration.Longest.TotalMicroseconds ? TimeSpan.FromMicroseconds(microseconds) : null;
    }
}
