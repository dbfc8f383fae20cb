using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Serving.Cached;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>One sync of a service (syncService in endpointslice_controller.go of 1.20).</summary>
internal sealed class EndpointSliceSync(
    ServiceWatch<SlicedService> services, SliceBook slices, KnownNodes nodes, SliceCalls calls, Retries retries, RoutineSet routines,
    int most)
{
    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (services.Find(key) is not { } service)
        {
            // Its slices go with their owner.
            slices.Forget(key);
            yield break;
        }

        if (service.Service.Selector is null) yield break;
        if (nodes.MissingOf(service) is { } missing)
        {
            // Until the pod of a node that is gone is removed, nothing of its service is written (mended in later versions).
            Fail(key, report, $"node \"{missing}\" not found");
            yield break;
        }

        var outcome = new SliceOutcome();
        foreach (var wait in calls.Write(SlicePlan.For(service, slices.Of(key), most), outcome)) yield return wait;
        if (outcome.Failure is { } failure) Fail(key, report, failure);
    }

    private void Fail(ObjectKey key, SyncReport report, string why)
    {
        routines.Tell(new EventRequest(
            "FailedToUpdateEndpointSlices", "Service", key, $"Error updating Endpoint Slices for Service {key}: {why}")
        {
            Type = EventType.Warning,
        });
        ServingRetries.Fail(retries, key, report);
    }
}
