using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>Services and controllers by what they select, so that those of a pod are found without a look at the others.</summary>
public sealed class OwnerIndex
{
    private readonly Dictionary<(string Kind, ObjectKey Key), Owner> _owners = [];

    private readonly PairIndex<Owner> _index = new();

    private readonly Dictionary<(string Kind, string Namespace), int> _broken = [];

    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);

    /// <summary>Grows with every change of a selector in the namespace.</summary>
    public long VersionOf(string inNamespace) => _versions.GetValueOrDefault(inNamespace);

    /// <summary>The owners whose selector matches the pod, by kind and name.</summary>
    public IReadOnlyList<Owner> Of(Pod pod)
    {
        var found = new List<Owner>();
        _index.Collect(pod.Namespace, pod.Metadata.Labels, found);
        found.RemoveAll(owner => !owner.Matches(pod.Metadata.Labels) || _broken.GetValueOrDefault((owner.Kind, pod.Namespace)) > 0);
        found.Sort(static (left, right) => left.Kind == right.Kind
            ? left.Key.CompareTo(right.Key) : string.CompareOrdinal(left.Kind, right.Kind));
        return found;
    }

    internal void Set(ApiObject value)
    {
        var known = _owners.GetValueOrDefault((value.Kind, value.Key));
        if (known is not null && ReferenceEquals(known.Selector, Owner.SelectorOf(value))) return;
        Remove(value);
        if (Owner.Of(value) is not { } owner) return;
        Touch(value.Namespace);
        _owners.Add((owner.Kind, owner.Key), owner);
        if (owner.IsBroken) Break(owner, 1);
        else _index.Add(owner, owner.Key.Namespace, owner.Pairs);
    }

    internal void Remove(ApiObject value)
    {
        if (!_owners.Remove((value.Kind, value.Key), out var owner)) return;
        Touch(value.Namespace);
        if (owner.IsBroken) Break(owner, -1);
        else _index.Remove(owner);
    }

    private void Break(Owner owner, int change)
    {
        var place = (owner.Kind, owner.Key.Namespace);
        _broken[place] = _broken.GetValueOrDefault(place) + change;
    }

    private void Touch(string inNamespace) => _versions[inNamespace] = VersionOf(inNamespace) + 1;
}
