using Simulator.Api;
using Simulator.World.Observations;

namespace Simulator.World.Explanation;

/// <summary>Where a pod is and since when, in a sentence.</summary>
internal static class PodState
{
    /// <param name="stored">Null once its object is gone.</param>
    public static string Of(PodLifeline life, Pod? stored, TimeSpan now)
    {
        if (stored is null) return $"gone since {Since(life.Removed, now)}{Last(life)}";
        if (stored.IsFinished) return $"{stored.Status.Phase} on {life.Node}";
        if (life.Marked is { } marked)
        {
            return $"being deleted since {Since(marked, now)}, on {(life.Node.Length > 0 ? life.Node : "no node")}{Serving(life)}";
        }
        if (life.Bound is not { } bound) return $"Pending since {Since(life.Created, now)}, {Tried(life.FailedTries)}";
        if (life.ReadySince is { } ready) return $"Running on {life.Node} since {Clock.Of(bound)}, ready since {Since(ready, now)}";
        return life.ServingSince is { } serving
            ? $"Running on {life.Node} since {Clock.Of(serving)}, not ready"
            : $"on {life.Node} since {Since(bound, now)}, not running";
    }

    private static string Last(PodLifeline life) => life.Node.Length > 0 ? $", was on {life.Node}" : "";

    private static string Serving(PodLifeline life) => life.ServingSince is null ? "" : ", its containers still serve";

    private static string Since(TimeSpan? at, TimeSpan now) =>
        at is { } known ? $"{Clock.Of(known)} ({Clock.Of(now - known)} ago)" : "before";

    private static string Tried(int times) => times switch
    {
        0 => "not tried yet",
        1 => "tried once",
        _ => $"tried {times:N0} times",
    };
}
