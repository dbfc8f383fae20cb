using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Bounds of an autoscaler (reconcileAutoscaler in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
internal static class ReplicaBounds
{
    /// <summary>What is to be done whatever the metrics say; null if the replicas are within bounds.</summary>
    public static Proposal? Outside(HorizontalPodAutoscaler scaler, int current, Instant now)
    {
        if (current > scaler.MaxReplicas)
        {
            return new Proposal(scaler.MaxReplicas, now, "Current number of replicas above Spec.MaxReplicas");
        }
        if (scaler.MinReplicas is { } least && current < least)
        {
            return new Proposal(least, now, "Current number of replicas below Spec.MinReplicas");
        }
        return current == 0 ? new Proposal(1, now, "Current number of replicas must be greater than 0") : null;
    }

    /// <summary>In this order: a maximum of 0 would win over everything.</summary>
    public static int Clamp(HorizontalPodAutoscaler scaler, int replicas)
    {
        if (replicas < scaler.MinReplicas) replicas = scaler.MinReplicas.Value;
        if (replicas == 0) replicas = 1;
        return replicas > scaler.MaxReplicas ? scaler.MaxReplicas : replicas;
    }
}
