using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LoadBalancers;

/// <summary>
/// One sync of a service: balancer made, changed or removed, then the service's status (processServiceUpdate and createLoadBalancerIfNeeded
/// of 1.3.10).
/// </summary>
/// <remarks>A status that cannot be written is tried again with the whole sync, which finds the balancer there; 1.3 tries the write alone
/// four times more.</remarks>
internal sealed class LoadBalancerSync(
    SortedDictionary<ObjectKey, BalancedService> services, ServingNodes nodes, DelayedKeys delayed, RoutineSet routines)
{
    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!services.TryGetValue(key, out var entry)) yield break;
        var service = entry.Service;
        if (service is not null && !entry.NeedsUpdate) yield break;
        if (BalancedService.Wants(service))
        {
            foreach (var wait in Ensure(entry, service!)) yield return wait;
        }
        else
        {
            foreach (var wait in Remove(entry, key, service)) yield return wait;
        }

        if (service is null && !entry.HasBalancer && entry.Service is null) services.Remove(key);
    }

    private IEnumerable<Wait> Ensure(BalancedService entry, Service service)
    {
        Tell("CreatingLoadBalancer", service.Key, "Creating load balancer");
        entry.HasBalancer = true;
        var ensure = new Call(new EnsureLoadBalancerRequest(service, nodes.Names));
        yield return ensure;
        if (ensure.Response is not { IsOk: true, Object: Service made })
        {
            Tell("CreatingLoadBalancerFailed", service.Key, $"Error creating load balancer (will retry): {ensure.Response.Outcome}");
            delayed.AddAfterFailure(service.Key, routines.Now);
            yield break;
        }

        Tell("CreatedLoadBalancer", service.Key, "Created load balancer");
        foreach (var wait in Conclude(entry, service, made.LoadBalancerIngress)) yield return wait;
    }

    private IEnumerable<Wait> Remove(BalancedService entry, ObjectKey key, Service? service)
    {
        if (entry.HasBalancer)
        {
            Tell("DeletingLoadBalancer", key, "Deleting load balancer");
            var deletion = new Call(new DeleteLoadBalancerRequest(key));
            yield return deletion;
            if (!deletion.Response.IsOk)
            {
                Tell("DeletingLoadBalancerFailed", key, $"Error deleting load balancer (will retry): {deletion.Response.Outcome}");
                delayed.AddAfterFailure(key, routines.Now);
                yield break;
            }

            entry.HasBalancer = false;
            Tell("DeletedLoadBalancer", key, "Deleted load balancer");
        }

        if (service is null) yield break;
        foreach (var wait in Conclude(entry, service, [])) yield return wait;
    }

    private IEnumerable<Wait> Conclude(BalancedService entry, Service service, IReadOnlyList<string> addresses)
    {
        if (!addresses.SequenceEqual(service.LoadBalancerIngress))
        {
            var write = new Call(new UpdateStatusRequest(service with
            {
                LoadBalancerIngress = addresses,
                Metadata = (entry.Service ?? service).Metadata,
            }));
            yield return write;
            if (!write.Response.IsOk && write.Response.Result != ApiResult.NotFound)
            {
                delayed.AddAfterFailure(service.Key, routines.Now);
                yield break;
            }
        }

        entry.Applied = service;
        delayed.Forget(service.Key);
    }

    private void Tell(string reason, ObjectKey service, string message) =>
        routines.Tell(new EventRequest(reason, "Service", service, message));
}
