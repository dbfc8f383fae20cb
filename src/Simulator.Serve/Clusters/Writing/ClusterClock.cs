using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>What the clocks of a simulated cluster show.</summary>
/// <param name="Origin">At time zero of the run.</param>
public sealed record ClusterClock(DateTimeOffset Origin)
{
    public DateTimeOffset At(TimeSpan sinceStart) => Origin + sinceStart;

    /// <summary>As it stands in objects; null where there is none.</summary>
    internal JsonNode? Text(Instant? moment) => moment is { } at ? TextOf(At(at.SinceStart)) : null;

    /// <summary>RFC 3339 in whole seconds, as Go writes metav1.Time.</summary>
    public static string TextOf(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
