using System.Globalization;
using Simulator.Api;
using Simulator.Plugins;

namespace Simulator.TestPlugins;

/// <summary>As LeastRequestedPriority without memory, to be compared with numbers made by hand.</summary>
[SchedulerPlugin("FewestPods")]
public sealed class FewestPods : INodePriority
{
    public string ShapeOf(Pod pod) => "";

    public double Score(Pod pod, INodeView node) => -node.Pods.Count;
}

[SchedulerPlugin("FirstByName")]
public sealed class FirstByName : IClusterPriority
{
    public void Score(Pod pod, IReadOnlyList<INodeView> nodes, Span<double> scores) => scores[nodes.Count - 1] = 10;
}

/// <summary>At most so many pods of a label's value on a node: <c>label</c>, <c>most</c>.</summary>
[SchedulerPlugin("AtMost")]
public sealed class AtMost : INodePredicate
{
    private readonly string _label;
    private readonly int _most;

    public AtMost(IReadOnlyDictionary<string, string> settings)
    {
        _label = settings.TryGetValue("label", out var label) ? label : throw new ArgumentException("the setting 'label' is missing");
        _most = int.TryParse(settings.GetValueOrDefault("most", "1"), CultureInfo.InvariantCulture, out var most) && most > 0
            ? most
            : throw new ArgumentException($"most is {settings["most"]}; allowed are whole numbers from 1");
    }

    public string ShapeOf(Pod pod) => pod.Metadata.Labels.ValueOrEmpty(_label);

    public Fit Check(Pod pod, INodeView node)
    {
        var same = node.Pods.Count(other => ShapeOf(other) == ShapeOf(pod));
        return same < _most ? Fit.Yes : Fit.No($"too many of one {_label}");
    }
}

/// <summary>The last node by name that has room for one more core.</summary>
[SchedulerPlugin("LastWithACore")]
public sealed class LastWithACore : INodeChooser
{
    public INodeView? Choose(Pod pod, IReadOnlyList<INodeView> nodes) =>
        nodes.FirstOrDefault(node => node.Allocatable("cpu") - node.Requested("cpu") >= 1000);
}

[SchedulerPlugin("OnlyZone")]
public sealed class OnlyZone(IReadOnlyDictionary<string, string> settings) : IExtender
{
    public void Filter(Pod pod, IReadOnlyList<INodeView> nodes, Span<bool> passes)
    {
        for (var i = 0; i < passes.Length; i++)
        {
            passes[i] = nodes[i].Node.Metadata.Labels.ValueOrEmpty("failure-domain.beta.kubernetes.io/zone") == settings["zone"];
        }
    }

    public void Prioritize(Pod pod, IReadOnlyList<INodeView> nodes, Span<double> scores) => scores[0] = 3;

    public void Preempt(Pod pod, IReadOnlyList<INodeView> nodes, Span<IReadOnlyList<Pod>?> victims)
    {
        var passes = new bool[nodes.Count];
        Filter(pod, nodes, passes);
        for (var i = 0; i < passes.Length; i++) victims[i] = passes[i] ? victims[i] : null;
    }
}

[SchedulerPlugin("Throws")]
public sealed class Throws : INodePriority, INodePredicate
{
    public string ShapeOf(Pod pod) => "";

    public double Score(Pod pod, INodeView node) => throw new InvalidOperationException("no idea");

    public Fit Check(Pod pod, INodeView node) => throw new KeyNotFoundException("gone");
}

[SchedulerPlugin("NoNumber")]
public sealed class NoNumber : INodePriority
{
    public string ShapeOf(Pod pod) => "";

    public double Score(Pod pod, INodeView node) => 0.0 / (pod.Spec.Containers.Count - 1);
}

[SchedulerPlugin("Infinite")]
public sealed class Infinite : IClusterPriority
{
    public void Score(Pod pod, IReadOnlyList<INodeView> nodes, Span<double> scores) => scores[0] = double.PositiveInfinity;
}

/// <summary>Its own view, not one of those that it was offered.</summary>
[SchedulerPlugin("Stranger")]
public sealed class Stranger : INodeChooser, INodeView
{
    public string Name => "nowhere";

    public Node Node => throw new NotSupportedException();

    public IReadOnlyList<Pod> Pods => [];

    public long Version => 0;

    public bool IsThought => false;

    public long Allocatable(string resource) => 0;

    public long Requested(string resource) => 0;

    public INodeView? Choose(Pod pod, IReadOnlyList<INodeView> nodes) => this;
}

[SchedulerPlugin("Unmade")]
public sealed class Unmade : INodePriority
{
    public Unmade() => throw new NotSupportedException("not today");

    public string ShapeOf(Pod pod) => "";

    public double Score(Pod pod, INodeView node) => 0;
}
