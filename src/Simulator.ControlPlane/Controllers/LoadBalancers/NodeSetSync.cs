using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LoadBalancers;

/// <summary>
/// Tells the cloud of a changed set of nodes, balancer by balancer; those that fail are tried again at the next look (nodeSyncLoop of
/// 1.3.10).
/// </summary>
/// <param name="order">Of the services, after a change of the nodes (allServices); those that failed keep theirs.</param>
internal sealed class NodeSetSync(SortedDictionary<ObjectKey, BalancedService> services, ServingNodes nodes, IMapOrder order)
{
    private readonly List<ObjectKey> _failed = [];
    private long _version;

    public Instant? NextWork(Instant now) => nodes.Version != _version || _failed.Count > 0 ? now : null;

    public IEnumerator<Wait> Run()
    {
        List<ObjectKey> keys = nodes.Version != _version ? [.. services.Keys] : [.. _failed];
        if (nodes.Version != _version) order.Shuffle(keys);
        _version = nodes.Version;
        _failed.Clear();
        var hosts = nodes.Names;
        foreach (var key in keys)
        {
            if (!services.TryGetValue(key, out var entry) || entry is not { HasBalancer: true, Applied: not null }) continue;
            var update = new Call(new UpdateLoadBalancerRequest(key, hosts));
            yield return update;
            if (!update.Response.IsOk) _failed.Add(key);
        }
    }
}
