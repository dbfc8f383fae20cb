namespace Simulator.Api;

/// <summary>A condition of a workload's status; equal ones have equal content.</summary>
/// <param name="LastTransitionTime">Of the status; whole seconds.</param>
/// <param name="LastUpdateTime">Only Deployments have one.</param>
public sealed record ObjectCondition(
    string Type, ConditionStatus Status, string Reason, string Message, Instant? LastTransitionTime, Instant? LastUpdateTime = null);
