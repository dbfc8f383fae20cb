using System.Runtime.CompilerServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>What tells templates apart: the instances that their pods share.</summary>
/// <param name="own">What rules of somebody's own read of the pod besides.</param>
internal readonly struct TemplateKey(Pod pod, string own) : IEquatable<TemplateKey>
{
    private readonly PodSpec _spec = pod.Spec;

    private readonly LabelSet _labels = pod.Metadata.Labels;

    private readonly string _namespace = pod.Namespace;

    private readonly string _own = own;

    private readonly OwnerReference? _owner = pod.Metadata.ControllerReference;

    public bool Equals(TemplateKey other) =>
        ReferenceEquals(_spec.Containers, other._spec.Containers)
        && ReferenceEquals(_labels, other._labels)
        && ReferenceEquals(_spec.InitContainers, other._spec.InitContainers)
        && ReferenceEquals(_spec.Volumes, other._spec.Volumes)
        && ReferenceEquals(_spec.NodeSelector, other._spec.NodeSelector)
        && ReferenceEquals(_spec.Affinity.Value, other._spec.Affinity.Value)
        && ReferenceEquals(_spec.Tolerations.Value, other._spec.Tolerations.Value)
        && ReferenceEquals(_spec.Placement, other._spec.Placement)
        && _spec.NodeName == other._spec.NodeName
        && _namespace == other._namespace
        && _own == other._own
        && (ReferenceEquals(_owner, other._owner) || (_owner?.Kind == other._owner?.Kind && _owner?.Uid == other._owner?.Uid));

    public override bool Equals(object? obj) => obj is TemplateKey other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_spec.Containers) ^ RuntimeHelpers.GetHashCode(_labels);
}
