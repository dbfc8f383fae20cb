using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>Whom a pod is spread against by itself: what its services and controllers select, all of them at once.</summary>
/// <remarks>helper.DefaultSelector of 1.20.</remarks>
public sealed class DefaultSelector
{
    private readonly LabelSet _pairs;

    private readonly SelectorMatcher[] _matchers;

    private DefaultSelector(LabelSet pairs, SelectorMatcher[] matchers) => (_pairs, _matchers) = (pairs, matchers);

    /// <summary>Nobody selects the pod.</summary>
    public bool IsEmpty => _pairs.Count == 0 && _matchers.Length == 0;

    public static DefaultSelector Of(Pod pod, ClusterObjects objects)
    {
        var labels = pod.Metadata.Labels;
        var pairs = objects.All<Service>().Where(service => service.Namespace == pod.Namespace)
            .Select(service => service.Selector).OfType<LabelSet>().Where(selector => selector.IsSubsetOf(labels)).ToList();
        if (labels.Count == 0) return new DefaultSelector(Merged(pairs), []);
        pairs.AddRange(objects.All<ReplicationController>().Where(controller => controller.Namespace == pod.Namespace)
            .Select(controller => controller.Selector).Where(selector => selector.Count > 0 && selector.IsSubsetOf(labels)));
        return new DefaultSelector(Merged(pairs), [.. Matching<ReplicaSet>(pod, objects), .. Matching<PetSet>(pod, objects)]);
    }

    public bool Matches(LabelSet labels)
    {
        if (!_pairs.IsSubsetOf(labels)) return false;
        foreach (var matcher in _matchers)
        {
            if (!matcher.Matches(labels)) return false;
        }

        return true;
    }

    /// <summary>One selector of the kind in the namespace that is wrong, and none of the kind counts.</summary>
    private static IReadOnlyList<SelectorMatcher> Matching<T>(Pod pod, ClusterObjects objects)
        where T : ApiObject, IPodOwner
    {
        var found = new List<SelectorMatcher>();
        foreach (var owner in objects.All<T>().Where(owner => owner.Namespace == pod.Namespace))
        {
            if (owner.PodSelector is not { } selector) continue;
            if (!SelectorMatcher.TryCompile(selector, out var matcher, out _)) return [];
            if (!selector.IsEmpty && matcher.Matches(pod.Metadata.Labels)) found.Add(matcher);
        }

        return found;
    }

    /// <summary>All of them match the pod, so that they do not contradict each other.</summary>
    private static LabelSet Merged(List<LabelSet> selectors) => LabelSet.Of(selectors.SelectMany(selector => selector));
}
