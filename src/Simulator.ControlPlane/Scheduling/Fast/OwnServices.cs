using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// The services that the pods of a template belong to, and their pods. Its plain twins are <see cref="ClusterState.ServicesOf"/> and
/// <see cref="ServicePods"/>.
/// </summary>
internal sealed class OwnServices(Pod exemplar, FastScope scope)
{
    private readonly List<OwnService> _services = [];
    private (int Epoch, long Changes) _version = (-1, 0);
    private long _seen = -1;

    /// <summary>Where each look finds another order, all of them; by name only the first.</summary>
    public IEnumerable<OwnService> ThatMayComeFirst()
    {
        CatchUp();
        return scope.State.Order is null ? _services.Take(1) : _services;
    }

    /// <summary>The first of this decision; null if the pod belongs to none.</summary>
    public OwnService? First()
    {
        CatchUp();
        return scope.State.Order is { } order
            ? _services.MinBy(service => order.RankOf(service.Name, scope.State.Decisions, looker: ""))
            : _services.FirstOrDefault();
    }

    private void CatchUp()
    {
        var index = scope.State.Selectors.Index;
        if (_seen == index.Version) return;
        _seen = index.Version;
        var version = index.VersionFor(exemplar.Namespace, exemplar.Metadata.Labels);
        if (version == _version) return;
        _version = version;
        var owners = new List<OwnerSelector>();
        index.Collect(exemplar.Namespace, exemplar.Metadata.Labels, owners);
        _services.Clear();
        foreach (var owner in owners.Where(IsOwn).OrderBy(owner => owner.Owner)) _services.Add(new OwnService(owner, scope));
    }

    private bool IsOwn(OwnerSelector owner) => owner.Kind == SelectorKinds.Services && owner.Owns(exemplar.Metadata.Labels);
}

/// <summary>A service and the pods that it selects.</summary>
internal sealed class OwnService
{
    private readonly ClassSearch _search;

    public OwnService(OwnerSelector owner, FastScope scope)
    {
        Name = owner.Owner.Name;
        _search = new ClassSearch(scope.State.Cache.Index.Classes, scope.Work);
        _search.Add(owner.Owner.Namespace, owner.Asked, owner.Asked.IsSubsetOf);
    }

    public string Name { get; }

    public HashSet<LabelClass> Pods
    {
        get
        {
            _search.CatchUp();
            return _search.Found;
        }
    }
}
