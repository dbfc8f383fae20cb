using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>
/// How far the rules of a behaviour let the size go, given what was changed of late (calculateScaleUpLimitWithScalingRules,
/// calculateScaleDownLimitWithBehaviors in horizontal.go).
/// </summary>
internal static class ScaleRate
{
    /// <summary>Max takes the largest change, Min the smallest.</summary>
    public static int Highest(ScalingRules rules, int current, List<Remembered> scaleUps, Instant now)
    {
        if (rules.SelectPolicy == "Disabled") return current;
        var isMin = rules.SelectPolicy == "Min";
        var limit = isMin ? int.MaxValue : int.MinValue;
        foreach (var policy in rules.Policies)
        {
            var start = current - ChangeWithin(policy, scaleUps, now);
            var proposed = policy.Type == "Pods"
                ? start + policy.Value
                : GoNumber.Int32(Math.Ceiling(start * (1 + ((double)policy.Value / 100))));
            limit = isMin ? Math.Min(limit, proposed) : Math.Max(limit, proposed);
        }

        return limit;
    }

    /// <inheritdoc cref="Highest"/>
    public static int Lowest(ScalingRules rules, int current, List<Remembered> scaleDowns, Instant now)
    {
        if (rules.SelectPolicy == "Disabled") return current;
        var isMin = rules.SelectPolicy == "Min";
        var limit = isMin ? int.MinValue : int.MaxValue;
        foreach (var policy in rules.Policies)
        {
            var start = current + ChangeWithin(policy, scaleDowns, now);
            var proposed = policy.Type == "Pods"
                ? start - policy.Value
                : GoNumber.Int32(start * (1 - ((double)policy.Value / 100)));
            limit = isMin ? Math.Max(limit, proposed) : Math.Min(limit, proposed);
        }

        return limit;
    }

    /// <summary>After this time no policy looks at a change.</summary>
    public static TimeSpan LongestPeriod(ScalingRules rules) =>
        TimeSpan.FromSeconds(rules.Policies.Select(static policy => policy.PeriodSeconds).DefaultIfEmpty().Max());

    private static int ChangeWithin(ScalingPolicy policy, List<Remembered> changes, Instant now)
    {
        var cutoff = now - TimeSpan.FromSeconds(policy.PeriodSeconds);
        var sum = 0;
        foreach (var change in changes)
        {
            if (change.At > cutoff) sum += change.Value;
        }

        return sum;
    }
}
