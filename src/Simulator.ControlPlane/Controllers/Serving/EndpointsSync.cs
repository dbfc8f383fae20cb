using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>
/// One sync of a service (syncService of 1.3.10): a GET always, a write only if something differs; a failed write is tried again.
/// </summary>
internal sealed class EndpointsSync(PodIndex<ServiceEntry> index, WorkQueue queue)
{
    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!index.TryGetOwner(key, out var entry)) return Delete(key);
        return entry!.Service.Selector is null ? Enumerable.Empty<Wait>().GetEnumerator() : Write(entry);
    }

    private IEnumerator<Wait> Delete(ObjectKey key)
    {
        var delete = new Call(new DeleteRequest("Endpoints", key));
        yield return delete;
        if (delete.Response.Result is not (ApiResult.Ok or ApiResult.NotFound)) queue.Add(key);
    }

    private IEnumerator<Wait> Write(ServiceEntry entry)
    {
        var (service, plan) = (entry.Service, entry.Plan());
        var get = new Call(new GetRequest("Endpoints", entry.Key));
        yield return get;
        if (get.Response.Result is not (ApiResult.Ok or ApiResult.NotFound)) yield break;

        var current = get.Response.Object as Endpoints;
        if (current is not null && EndpointsComparison.IsUpToDate(current, service, plan)) yield break;
        var wanted = plan.AppliedTo(current, service);
        var write = new Call(current is null ? new CreateRequest(wanted) : new UpdateRequest(wanted));
        yield return write;
        if (!write.Response.IsOk) queue.Add(entry.Key);
    }
}
