using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>The selector of a service or controller, as spreading reads it. Its plain twin is SpreadSelectors.</summary>
public sealed class OwnerSelector
{
    private readonly LabelSet? _pairs;
    private readonly SelectorMatcher? _matcher;

    private OwnerSelector(SelectorKinds kind, ObjectKey owner, LabelSet? pairs, SelectorMatcher? matcher) =>
        (Kind, Owner, _pairs, _matcher) = (kind, owner, pairs, matcher);

    public SelectorKinds Kind { get; }

    public ObjectKey Owner { get; }

    /// <summary>Pairs that a pod must carry to belong to the owner.</summary>
    public LabelSet Asked { get; private init; } = LabelSet.Empty;

    /// <summary>Pairs that an existing pod must carry to match.</summary>
    public LabelSet Sought { get; private init; } = LabelSet.Empty;

    /// <summary>It cannot be read: then no ReplicaSet of the namespace counts.</summary>
    public bool IsBroken => _pairs is null && _matcher is null;

    /// <summary>Null if it selects nothing.</summary>
    public static OwnerSelector? Of(Service service) => service.Selector is not { } pairs ? null
        : new OwnerSelector(SelectorKinds.Services, service.Key, pairs, null) { Asked = pairs, Sought = Valid(pairs) };

    /// <inheritdoc cref="Of(Service)"/>
    public static OwnerSelector? Of(ReplicationController controller) => controller.Selector.Count == 0 ? null
        : new OwnerSelector(SelectorKinds.ReplicationControllers, controller.Key, controller.Selector, null)
        {
            Asked = Valid(controller.Selector),
            Sought = Valid(controller.Selector),
        };

    /// <inheritdoc cref="Of(Service)"/>
    public static OwnerSelector? Of(ReplicaSet replicaSet)
    {
        if (replicaSet.Selector is not { } selector) return null;
        var asked = SelectorMatcher.TryCompile(selector, out var matcher, out _) ? selector.MatchLabels : LabelSet.Empty;
        return selector.IsEmpty ? null
            : new OwnerSelector(SelectorKinds.ReplicaSets, replicaSet.Key, null, matcher) { Asked = asked, Sought = asked };
    }

    /// <summary>Does a pod of the namespace with these labels belong to the owner?</summary>
    public bool Owns(LabelSet labels) => Kind switch
    {
        SelectorKinds.Services => _pairs!.IsSubsetOf(labels),
        _ => labels.Count > 0 && Matches(labels),
    };

    /// <summary>Does an existing pod of the namespace with these labels count?</summary>
    public bool Matches(LabelSet labels) => _pairs is null ? _matcher!.Matches(labels) : PlainSelector.Matches(_pairs, labels);

    /// <summary>Pairs that are not valid labels make everything match.</summary>
    private static LabelSet Valid(LabelSet pairs) => PlainSelector.Matches(pairs, LabelSet.Empty) ? LabelSet.Empty : pairs;
}
