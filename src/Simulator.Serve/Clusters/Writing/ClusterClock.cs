using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>What the clocks of a simulated cluster show.</summary>
/// <param name="Origin">At time zero of the run.</param>
public sealed record ClusterClock(DateTimeOffset Origin)
{
    public DateTimeOffset At(TimeSpan sinceStart) => Origin + sinceStart;

    /// <summary>As it stands in objects; null where there is none.</summary>
    internal JsonNode? Text(Instant? moment) => moment is { } at ? Timestamp.Of(At(at.SinceStart)) : null;
}
