using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>The selectors of all services and controllers.</summary>
public sealed class OwnerSelectors
{
    private readonly Dictionary<(SelectorKinds Kind, ObjectKey Owner), OwnerSelector> _byOwner = [];

    public PairIndex<OwnerSelector> Index { get; } = new();

    /// <summary>Adds, replaces, or takes away what selects nothing.</summary>
    internal void Set(SelectorKinds kind, ObjectKey owner, OwnerSelector? selector)
    {
        if (_byOwner.Remove((kind, owner), out var old)) Index.Remove(old);
        if (selector is null) return;
        _byOwner.Add((kind, owner), selector);
        Index.Add(selector, owner.Namespace, selector.Asked);
    }
}
