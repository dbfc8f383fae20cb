using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>A service or controller that selects pods.</summary>
public sealed class Owner
{
    private readonly SelectorMatcher? _matcher;

    private Owner(ApiObject value, object selector, LabelSet pairs, SelectorMatcher? matcher, bool isBroken)
    {
        (Kind, Key, Selector, Pairs, _matcher, IsBroken) = (value.Kind, value.Key, selector, pairs, matcher, isBroken);
    }

    public string Kind { get; }

    public ObjectKey Key { get; }

    /// <summary>Pairs that a pod must have.</summary>
    public LabelSet Pairs { get; }

    /// <summary>Of a controller with requirements; null of one that asks for pairs.</summary>
    public SelectorMatcher? Matcher => _matcher;

    /// <summary>Its selector is wrong: then no controller of its kind counts in the namespace.</summary>
    public bool IsBroken { get; }

    /// <summary>As the object has it.</summary>
    public object Selector { get; }

    /// <summary>Null if it selects nothing.</summary>
    public static Owner? Of(ApiObject value) => SelectorOf(value) switch
    {
        LabelSet pairs => value is Service || pairs.Count > 0 ? new Owner(value, pairs, pairs, null, isBroken: false) : null,
        LabelSelector { IsEmpty: true } or null => null,
        LabelSelector selector => OfSelector(value, selector),
        _ => null,
    };

    public static object? SelectorOf(ApiObject value) => value switch
    {
        Service service => service.Selector,
        ReplicationController controller => controller.Selector,
        IPodOwner owner => owner.PodSelector,
        _ => null,
    };

    /// <summary>Only services select pods without labels.</summary>
    public bool Matches(LabelSet labels) =>
        (Kind == "Service" || labels.Count > 0) && Pairs.IsSubsetOf(labels) && _matcher?.Matches(labels) != false;

    private static Owner OfSelector(ApiObject value, LabelSelector selector) =>
        SelectorMatcher.TryCompile(selector, out var matcher, out _)
            ? new Owner(value, selector, selector.MatchLabels, matcher, isBroken: false)
            : new Owner(value, selector, LabelSet.Empty, null, isBroken: true);
}
