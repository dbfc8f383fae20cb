namespace Simulator.Api;

/// <summary>autoscaling/v1 and extensions/v1beta1 of 1.3.</summary>
public sealed record HorizontalPodAutoscaler : ApiObject
{
    public override string Kind => "HorizontalPodAutoscaler";

    public string TargetKind { get; init; } = "";

    /// <summary>Of the object that is scaled, in the same namespace.</summary>
    public string TargetName { get; init; } = "";

    public int MinReplicas { get; init; } = 1;

    public int MaxReplicas { get; init; }

    /// <summary>Percent of the request, averaged over the pods; null leaves it to the controller.</summary>
    public int? TargetCpuUtilization { get; init; }
}
