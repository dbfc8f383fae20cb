using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>
/// What becomes of a proposal: it is held against those before it, then against limits (normalizeDesiredReplicas and
/// normalizeDesiredReplicasWithBehaviors in horizontal.go).
/// </summary>
internal sealed class Normalization(StabilizedOptions options, AutoscalerMemory memory, Instant now)
{
    private const string Faster = "the desired replica count is increasing faster than the maximum scale rate";
    private const string TooMany = "the desired replica count is more than the maximum replica count";
    private const string TooFew = "the desired replica count is less than the minimum replica count";

    private static readonly (string Reason, string Message) Ready = ("ReadyForNewScale", "recommended size matches current size");

    private static readonly (string Reason, string Message) WithinRange =
        ("DesiredWithinRange", "the desired count is within the acceptable range");

    private static readonly (string Reason, string Message) DownStabilized = (
        "ScaleDownStabilized", "recent recommendations were higher than current one, applying the highest recent recommendation");

    private static readonly (string Reason, string Message) UpStabilized = (
        "ScaleUpStabilized", "recent recommendations were lower than current one, applying the lowest recent recommendation");

    /// <summary>The size that is to be, why it was stabilised, and what limited it.</summary>
    public Normalized Of(HorizontalPodAutoscaler autoscaler, int current, int proposed)
    {
        var least = autoscaler.MinReplicas ?? 1;
        var behavior = autoscaler.Behavior;
        var (stable, why) = behavior is null ? Stabilize(proposed) : Stabilize(behavior, current, proposed);
        var (size, limit) = behavior is null
            ? Clamp(current, stable, least, autoscaler.MaxReplicas)
            : Limit(behavior, current, stable, least, autoscaler.MaxReplicas);
        return new Normalized(size, stable == proposed ? Ready : why, limit, IsLimited: size != stable);
    }

    private (int Size, (string Reason, string Message) Why) Stabilize(int proposed)
    {
        var cutoff = now - options.DownscaleStabilization;
        var highest = proposed;
        foreach (var known in memory.Recommendations)
        {
            if (known.At >= cutoff) highest = Math.Max(highest, known.Value);
        }

        AutoscalerMemory.Put(memory.Recommendations, new Remembered(proposed, now), cutoff);
        return (highest, DownStabilized);
    }

    private (int Size, (string Reason, string Message) Why) Stabilize(ScalingBehavior behavior, int current, int proposed)
    {
        var (up, down) = (WindowOf(behavior.ScaleUp, TimeSpan.Zero), WindowOf(behavior.ScaleDown, options.DownscaleStabilization));
        var isUp = proposed >= current;
        var (cutoff, size) = (now - (isUp ? up : down), proposed);
        foreach (var known in memory.Recommendations)
        {
            if (known.At > cutoff) size = isUp ? Math.Min(size, known.Value) : Math.Max(size, known.Value);
        }

        AutoscalerMemory.Put(memory.Recommendations, new Remembered(proposed, now), now - (up > down ? up : down));
        return (size, isUp ? UpStabilized : DownStabilized);
    }

    private static TimeSpan WindowOf(ScalingRules rules, TimeSpan absent) =>
        rules.WindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : absent;

    /// <summary>Never more than twice as many at once, or four (calculateScaleUpLimit).</summary>
    private static (int Size, (string Reason, string Message) Limit) Clamp(int current, int size, int least, int most)
    {
        var fastest = (int)Math.Max(2.0 * current, 4.0);
        if (size < least) return (least, ("TooFewReplicas", TooFew));
        if (size > Math.Min(most, fastest))
        {
            return most > fastest ? (fastest, ("ScaleUpLimit", Faster)) : (most, ("TooManyReplicas", TooMany));
        }
        return (size, WithinRange);
    }

    /// <summary>The least is nothing on the way up, the most nothing on the way down.</summary>
    private (int Size, (string Reason, string Message) Limit) Limit(
        ScalingBehavior behavior, int current, int size, int least, int most)
    {
        if (size > current)
        {
            var fastest = Math.Max(current, ScaleRate.Highest(behavior.ScaleUp, current, memory.ScaleUps, now));
            if (size > Math.Min(most, fastest))
            {
                return most > fastest ? (fastest, ("ScaleUpLimit", Faster)) : (most, ("TooManyReplicas", TooMany));
            }
        }
        else if (size < current)
        {
            var fastest = Math.Min(current, ScaleRate.Lowest(behavior.ScaleDown, current, memory.ScaleDowns, now));
            const string Slower = "the desired replica count is decreasing faster than the maximum scale rate";
            if (size < Math.Max(least, fastest))
            {
                return least < fastest ? (fastest, ("ScaleDownLimit", Slower)) : (least, ("TooFewReplicas", TooFew));
            }
        }

        return (size, WithinRange);
    }
}

/// <param name="Size">Replicas that are to be.</param>
/// <param name="Ability">Why it may scale, for the condition AbleToScale.</param>
/// <param name="Limit">For the condition ScalingLimited.</param>
internal sealed record Normalized(int Size, (string Reason, string Message) Ability, (string Reason, string Message) Limit, bool IsLimited);
