using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>A group that would help, and whom.</summary>
/// <param name="Pods">Those that fit on a new node of the group, each judged alone; in order.</param>
public sealed record ExpansionOption(NodeGroup Group, NodeInfo Template, IReadOnlyList<Pod> Pods);

/// <summary>Which groups would help pods without a place (ScaleUp of scale_up.go).</summary>
/// <param name="checker">Judges the pods on the groups' template nodes.</param>
public sealed class ExpansionOptions(PredicateChecker checker)
{
    private readonly HashSet<ObjectKey> _notHelped = [];

    /// <summary>In the order of the groups.</summary>
    public List<ExpansionOption> Options { get; } = [];

    /// <summary>Pods that some group would not help, though another may: they are told so if nothing is done.</summary>
    public IReadOnlySet<ObjectKey> NotHelped => _notHelped;

    /// <summary>Why groups do not help, for each the first reason; for explanations.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    /// <param name="template">Null: the group has no node, and nobody knows what one would look like.</param>
    public void Consider(NodeGroup group, int size, NodeInfo? template, IReadOnlyList<Pod> pods)
    {
        if (size >= group.MaxSize) Refusals[group.Id] = $"it has its maximum of {group.MaxSize} nodes";
        else if (template is null) Refusals[group.Id] = "it has no node to learn from what a new one would be like";
        else Judge(group, template, pods);
    }

    private void Judge(NodeGroup group, NodeInfo template, IReadOnlyList<Pod> pods)
    {
        var refusals = new Dictionary<PodClass, string?>();
        var helped = new List<Pod>();
        foreach (var pod in pods)
        {
            var kind = PodClass.Of(pod);
            if (!refusals.TryGetValue(kind, out var refusal)) refusals.Add(kind, refusal = checker.Refusal(pod, template));
            if (refusal is null) helped.Add(pod);
            else _notHelped.Add(pod.Key);
            if (refusal is not null) Refusals.TryAdd(group.Id, refusal);
        }

        if (helped.Count > 0) Options.Add(new ExpansionOption(group, template, helped));
    }
}
