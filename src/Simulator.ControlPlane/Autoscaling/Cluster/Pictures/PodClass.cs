using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>Pods that no predicate of the default provider tells apart: those of one template in one namespace.</summary>
internal readonly record struct PodClass(
    string Namespace, object Containers, object InitContainers, object Volumes, object NodeSelector, object? Affinity, object? Tolerations,
    string Name)
{
    /// <remarks>A bare pod may name the node that it wants: it is a class of its own.</remarks>
    public static PodClass Of(Pod pod) => new(
        pod.Namespace, pod.Spec.Containers, pod.Spec.InitContainers, pod.Spec.Volumes, pod.Spec.NodeSelector, pod.Spec.Affinity.Value,
        pod.Spec.Tolerations.Value, pod.Metadata.CreatedBy is null ? pod.Name : "");
}
