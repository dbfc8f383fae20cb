using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;

namespace Simulator.Scenarios.Conformance;

/// <summary>Container restarts and image pulls: who waits, and how long.</summary>
public sealed class BackoffKind : IConformanceKind
{
    private const string Key = "key";

    public string Kind => "backoff";

    public string? Difference(JsonElement recording)
    {
        var backoff = new Backoff(recording.Milliseconds("initialMs"), recording.Milliseconds("maxMs"));
        foreach (var step in recording.List("ops"))
        {
            var isBackingOff = Apply(backoff, step);
            var delay = backoff.Get(Key);
            if (isBackingOff != step.Bool("expectedInBackOff"))
            {
                return $"at {step.Long("tMs")} ms: in back-off {isBackingOff}, recorded otherwise";
            }
            if (delay != step.Milliseconds("expectedDelayMsAfter"))
            {
                return $"at {step.Long("tMs")} ms: delay {delay.TotalMilliseconds} ms, recorded {step.Long("expectedDelayMsAfter")}";
            }
        }

        return null;
    }

    private static bool Apply(Backoff backoff, JsonElement step)
    {
        var now = step.Moment("tMs");
        return step.Text("op") == "startAttempt"
            ? Start(backoff, step.Moment("containerFinishedAtMs"), now)
            : Pull(backoff, now, step.Text("op") == "pullAttempt");
    }

    private static bool Start(Backoff backoff, Instant finished, Instant now)
    {
        var isBackingOff = backoff.IsInBackOffSince(Key, finished, now);
        if (!isBackingOff) backoff.Next(Key, finished, now);
        return isBackingOff;
    }

    private static bool Pull(Backoff backoff, Instant now, bool fails)
    {
        if (backoff.IsInBackOffSinceUpdate(Key, now)) return true;
        if (fails) backoff.Next(Key, now, now);
        else backoff.GC(now);
        return false;
    }
}
