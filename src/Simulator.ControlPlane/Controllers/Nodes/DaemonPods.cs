using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Which pods belong to a DaemonSet by its selector: they are not evicted, since they would come back to the same node.</summary>
internal sealed class DaemonPods
{
    private readonly Dictionary<ObjectKey, LabelSelector> _selectors = [];

    public void Observe(WatchEventType type, DaemonSet set)
    {
        if (type == WatchEventType.Deleted) _selectors.Remove(set.Key);
        else _selectors[set.Key] = set.Selector ?? new LabelSelector { MatchLabels = set.Template.Labels };
    }

    public bool Contains(Pod pod)
    {
        if (pod.Metadata.Labels.Count == 0) return false;
        foreach (var (set, selector) in _selectors)
        {
            if (set.Namespace == pod.Namespace && !selector.IsEmpty && Matches(selector, pod.Metadata.Labels)) return true;
        }

        return false;
    }

    private static bool Matches(LabelSelector selector, LabelSet labels)
    {
        if (!selector.MatchLabels.IsSubsetOf(labels)) return false;
        foreach (var requirement in selector.MatchExpressions)
        {
            if (!Matches(requirement, labels)) return false;
        }

        return true;
    }

    private static bool Matches(SelectorRequirement requirement, LabelSet labels) => requirement.Operator switch
    {
        "In" => labels.TryGetValue(requirement.Key, out var value) && requirement.Values.Contains(value),
        "NotIn" => !labels.TryGetValue(requirement.Key, out var value) || !requirement.Values.Contains(value),
        "Exists" => labels.ContainsKey(requirement.Key),
        "DoesNotExist" => !labels.ContainsKey(requirement.Key),
        _ => false,
    };
}
