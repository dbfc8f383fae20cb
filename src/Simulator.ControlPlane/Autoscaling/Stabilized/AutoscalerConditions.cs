using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>The conditions of an autoscaler: the time of transition is that of the status (setCondition in horizontal.go).</summary>
internal static class AutoscalerConditions
{
    public const string AbleToScale = "AbleToScale";
    public const string ScalingActive = "ScalingActive";
    public const string ScalingLimited = "ScalingLimited";

    /// <summary>A condition keeps its place in the list.</summary>
    public static IReadOnlyList<ObjectCondition> With(
        IReadOnlyList<ObjectCondition> conditions, string type, bool isTrue, (string Reason, string Message) why, Instant now)
    {
        var status = isTrue ? ConditionStatus.True : ConditionStatus.False;
        List<ObjectCondition> changed = [.. conditions];
        var place = changed.FindIndex(condition => condition.Type == type);
        var since = place >= 0 && changed[place].Status == status ? changed[place].LastTransitionTime : now.TruncatedToSecond;
        var condition = new ObjectCondition(type, status, why.Reason, why.Message, since);
        if (place < 0) changed.Add(condition);
        else changed[place] = condition;
        return changed;
    }
}
