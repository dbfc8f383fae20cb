namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>The releases of the cluster autoscaler that were made for Kubernetes 1.3 (kubernetes/contrib, cluster-autoscaler).</summary>
public enum AutoscalerVersion
{
    /// <summary>0.2.2, of 1.3.0.</summary>
    V022,

    /// <summary>0.3.0: leader election, a limit of all nodes, hints of where pods fit, chance instead of list order.</summary>
    V030,
}
