namespace Simulator.Api;

/// <summary>How an autoscaler may change the size (autoscaling/v2beta2); one that is given is given whole.</summary>
public sealed record ScalingBehavior(ScalingRules ScaleUp, ScalingRules ScaleDown);

/// <param name="WindowSeconds">stabilizationWindowSeconds; null leaves it to the controller.</param>
/// <param name="SelectPolicy">Max, Min or Disabled.</param>
public sealed record ScalingRules(int? WindowSeconds, string SelectPolicy, IReadOnlyList<ScalingPolicy> Policies);

/// <param name="Type">Pods or Percent.</param>
public sealed record ScalingPolicy(string Type, int Value, int PeriodSeconds);
