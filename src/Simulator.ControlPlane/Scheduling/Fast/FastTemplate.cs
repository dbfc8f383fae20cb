using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Fast.Filters;
using Simulator.ControlPlane.Scheduling.Fast.Scores;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// What the fast path keeps of a template: the shape that it shares with others, and what is its own, no more than the nodes that its own
/// rules touch.
/// </summary>
internal sealed record FastTemplate(Shape Shape, IFilter[] Filters, (IWideScore Score, long Weight)[] Wide)
{
    private readonly SpreadScore? _spread = Wide.Select(entry => entry.Score).OfType<SpreadScore>().FirstOrDefault();

    public NodeGroups UpToDateGroups() => _spread?.UpToDateGroups() ?? Shape.Groups;
}

/// <summary>What makes two pods alike to the scheduler. By reference: pods of one controller share these instances.</summary>
internal readonly struct TemplateKey(Pod pod) : IEquatable<TemplateKey>
{
    private readonly PodSpec _spec = pod.Spec;
    private readonly LabelSet _labels = pod.Metadata.Labels;
    private readonly string _namespace = pod.Namespace;

    public bool Equals(TemplateKey other) =>
        ReferenceEquals(_spec, other._spec) && ReferenceEquals(_labels, other._labels) && _namespace == other._namespace;

    public override bool Equals(object? obj) => obj is TemplateKey other && Equals(other);

    public override int GetHashCode() =>
        (RuntimeHelpers.GetHashCode(_spec) * 397) ^ RuntimeHelpers.GetHashCode(_labels);
}
