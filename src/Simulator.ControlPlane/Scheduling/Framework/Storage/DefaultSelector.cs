using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>Whom a pod is spread against by itself: what its services and controllers select, all of them at once.</summary>
/// <remarks>helper.DefaultSelector of 1.20.</remarks>
public sealed class DefaultSelector
{
    private DefaultSelector(LabelSet pairs, IReadOnlyList<SelectorMatcher> matchers, IReadOnlyList<LabelSelector> sources) =>
        (Pairs, Matchers, Sources) = (pairs, matchers, sources);

    /// <summary>
    /// Pairs of services and replication controllers; all of them match the pod, so that they do not contradict each other.
    /// </summary>
    public LabelSet Pairs { get; }

    /// <summary>What ReplicaSets and StatefulSets ask for besides.</summary>
    public IReadOnlyList<SelectorMatcher> Matchers { get; }

    /// <summary>The same as objects have it.</summary>
    public IReadOnlyList<LabelSelector> Sources { get; }

    /// <summary>Nobody selects the pod.</summary>
    public bool IsEmpty => Pairs.Count == 0 && Matchers.Count == 0;

    public static DefaultSelector Of(Pod pod, ClusterObjects objects)
    {
        var owners = objects.Owners.Of(pod);
        if (owners.Count == 0) return new DefaultSelector(LabelSet.Empty, [], []);
        var byPairs = owners.Where(owner => owner.Matcher is null).Select(owner => owner.Pairs).ToList();
        var pairs = byPairs.Count == 1 ? byPairs[0] : LabelSet.Of(byPairs.SelectMany(pairs => pairs));
        var others = owners.Where(owner => owner.Matcher is not null).ToList();
        return new DefaultSelector(
            pairs, [.. others.Select(owner => owner.Matcher!)], [.. others.Select(owner => (LabelSelector)owner.Selector)]);
    }

    public bool Matches(LabelSet labels)
    {
        if (!Pairs.IsSubsetOf(labels)) return false;
        foreach (var matcher in Matchers)
        {
            if (!matcher.Matches(labels)) return false;
        }

        return true;
    }
}
