namespace Simulator.Api;

/// <summary>How an autoscaler may change the size (autoscaling/v2beta2); one that is given is given whole.</summary>
public sealed record ScalingBehavior(ScalingRules ScaleUp, ScalingRules ScaleDown)
{
    /// <summary>What the API server fills in for the way up, each field by itself.</summary>
    public static readonly ScalingRules DefaultUp =
        new(0, "Max", [new ScalingPolicy("Pods", 4, 15), new ScalingPolicy("Percent", 100, 15)]);

    /// <summary>What the API server fills in for the way down; the window is then the controller's.</summary>
    public static readonly ScalingRules DefaultDown = new(null, "Max", [new ScalingPolicy("Percent", 100, 15)]);
}

/// <param name="WindowSeconds">stabilizationWindowSeconds; null leaves it to the controller.</param>
/// <param name="SelectPolicy">Max, Min or Disabled.</param>
public sealed record ScalingRules(int? WindowSeconds, string SelectPolicy, IReadOnlyList<ScalingPolicy> Policies);

/// <param name="Type">Pods or Percent.</param>
public sealed record ScalingPolicy(string Type, int Value, int PeriodSeconds);
