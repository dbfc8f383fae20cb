using System.Globalization;

namespace Simulator.World.Observations;

/// <summary>Moments as <c>h:mm:ss</c>, cut to the second.</summary>
public static class Clock
{
    public static string Of(TimeSpan at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}");
}
