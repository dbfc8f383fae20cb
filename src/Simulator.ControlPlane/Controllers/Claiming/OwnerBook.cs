using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>The controller objects of one kind as the watch has shown them.</summary>
internal sealed class OwnerBook<T>(string kind, Func<T, LabelSelector?> selectorOf)
    where T : ApiObject
{
    private readonly SortedDictionary<ObjectKey, Owner<T>> _owners = [];

    public IReadOnlyCollection<Owner<T>> All => _owners.Values;

    public Owner<T>? Find(ObjectKey key) => _owners.GetValueOrDefault(key);

    /// <summary>Who is meant by a reference; null for another kind, or another object of the name (resolveControllerRef).</summary>
    public Owner<T>? Find(string inNamespace, OwnerReference? reference) =>
        reference is not null && reference.Kind == kind
        && Find(new ObjectKey(inNamespace, reference.Name)) is { } owner && owner.Value.Metadata.Uid == reference.Uid
            ? owner
            : null;

    /// <summary>Who might claim an object that is nobody's, in name order.</summary>
    public IEnumerable<Owner<T>> Selecting(ApiObject orphan) => _owners.Values.Where(
        owner => owner.Value.Namespace == orphan.Namespace && owner.Selector.Matches(orphan.Metadata.Labels));

    /// <returns>True if the name now means another object than before.</returns>
    public bool Observe(WatchEventType change, T value)
    {
        if (change == WatchEventType.Deleted) return _owners.Remove(value.Key);
        var known = Find(value.Key);
        if (known?.Value.Metadata.Uid == value.Metadata.Uid)
        {
            known.Replace(value);
            return false;
        }

        _owners[value.Key] = new Owner<T>(value, selectorOf);
        return known is not null;
    }
}
