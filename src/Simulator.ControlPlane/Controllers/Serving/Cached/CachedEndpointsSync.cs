using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Cached;

/// <summary>One sync of a service (syncService in endpoints_controller.go of 1.20): one call, and only if something differs.</summary>
internal sealed class CachedEndpointsSync(
    ServiceWatch<ServiceEntry> services, Dictionary<ObjectKey, Endpoints> stored, Retries retries)
{
    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (Next(key) is not { } request) yield break;
        var call = new Call(request);
        yield return call;
        if (!call.Response.IsOk && !(request is DeleteRequest && call.Response.Result == ApiResult.NotFound))
        {
            ServingRetries.Fail(retries, key, report);
        }
    }

    /// <summary>Null: nothing is to be done.</summary>
    private ApiRequest? Next(ObjectKey key)
    {
        if (services.Find(key) is not { } entry) return new DeleteRequest("Endpoints", key);
        if (entry.Service.Selector is null) return null;
        var (plan, current) = (entry.Plan(), stored.GetValueOrDefault(key));
        if (current is null) return new CreateRequest(plan.AppliedTo(null, entry.Service));
        return EndpointsComparison.IsUpToDate(current, entry.Service, plan)
            ? null
            : new UpdateRequest(plan.AppliedTo(current, entry.Service));
    }
}
