using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Serve.Documents;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>The clock as clients see it.</summary>
internal static class ClockDocument
{
    public static JsonObject Of(ServedRun run, RunClock clock) => new()
    {
        ["now"] = GoDuration.Format(run.Now),
        ["seconds"] = run.Now.TotalSeconds,
        ["time"] = Timestamp.Of(run.Clock.At(run.Now)),
        ["speed"] = clock.Speed.ToString(),
        ["stopsAt"] = clock.StopsAt is { } stop ? GoDuration.Format(stop) : null,
        ["nextEvent"] = run.NextEvent is { } next ? GoDuration.Format(next) : null,
        ["heldBy"] = clock.Brakes.Holder,
        ["heldSeconds"] = Math.Round(clock.Brakes.Held.TotalSeconds, 3),
        ["lostSeconds"] = Math.Round(clock.Lost.TotalSeconds, 3),
    };
}
