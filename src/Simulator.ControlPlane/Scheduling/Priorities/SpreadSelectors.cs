using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>The selectors of the services and controllers that a pod belongs to: what it should be spread against.</summary>
public sealed class SpreadSelectors
{
    private readonly List<LabelSet> _pairs = [];
    private readonly List<SelectorMatcher> _matchers = [];

    public bool IsEmpty => _pairs.Count == 0 && _matchers.Count == 0;

    public static SpreadSelectors Of(Pod pod, SelectorKinds kinds, ClusterState state)
    {
        var selectors = new SpreadSelectors();
        if (kinds.HasFlag(SelectorKinds.Services)) selectors._pairs.AddRange(state.ServicesOf(pod).Select(service => service.Selector!));
        var hasLabels = pod.Metadata.Labels.Count > 0;
        if (kinds.HasFlag(SelectorKinds.ReplicationControllers) && hasLabels) selectors.AddControllers(pod, state);
        if (kinds.HasFlag(SelectorKinds.ReplicaSets) && hasLabels) selectors.AddReplicaSets(pod, state);
        return selectors;
    }

    /// <summary>True if any selector matches.</summary>
    public bool Matches(LabelSet labels)
    {
        foreach (var pairs in _pairs)
        {
            if (PlainSelector.Matches(pairs, labels)) return true;
        }

        foreach (var matcher in _matchers)
        {
            if (matcher.Matches(labels)) return true;
        }

        return false;
    }

    private void AddControllers(Pod pod, ClusterState state)
    {
        foreach (var controller in state.ReplicationControllers)
        {
            if (controller.Namespace != pod.Namespace || controller.Selector.Count == 0) continue;
            if (PlainSelector.Matches(controller.Selector, pod.Metadata.Labels)) _pairs.Add(controller.Selector);
        }
    }

    private void AddReplicaSets(Pod pod, ClusterState state)
    {
        var found = new List<SelectorMatcher>();
        foreach (var replicaSet in state.ReplicaSets)
        {
            if (replicaSet.Namespace != pod.Namespace || replicaSet.Selector is null) continue;

            // Quirk: one unreadable selector in the namespace and no ReplicaSet counts at all.
            if (!SelectorMatcher.TryCompile(replicaSet.Selector, out var matcher, out _)) return;
            if (!replicaSet.Selector.IsEmpty && matcher.Matches(pod.Metadata.Labels)) found.Add(matcher);
        }

        _matchers.AddRange(found);
    }
}
