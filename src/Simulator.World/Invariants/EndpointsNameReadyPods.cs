using Simulator.Api;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>Asked every five simulated minutes and at the end, of pods that have not changed for a minute.</summary>
internal sealed class EndpointsNameReadyPods(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(EndpointsNameReadyPods);

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private TimeSpan _next = Period;
    private TimeSpan _lastLoss;

    public void Observe(in Observation observation)
    {
        if (observation.Kind is ObservationKind.PodNotReady or ObservationKind.PodRemoved or ObservationKind.PodDeletionMarked
            or ObservationKind.EndpointsChanged)
        {
            _lastLoss = observation.At;
        }
        if (observation.At < _next && observation.Kind != ObservationKind.RunEnded) return;
        if (observation.At - _lastLoss < Quiet || !cluster.Troubles.AreOverFor(Quiet, observation.At)) return;
        _next = observation.At + Period;
        foreach (var endpoints in cluster.Store.List("Endpoints")) Judge((Endpoints)endpoints);
    }

    private void Judge(Endpoints endpoints)
    {
        if (cluster.Store.Find<Service>("Service", endpoints.Key) is not { Selector: not null } service || ToleratesUnready(service))
        {
            return;
        }
        foreach (var subset in endpoints.Subsets)
        {
            foreach (var address in subset.Addresses) Judge(endpoints, address);
        }
    }

    private void Judge(Endpoints endpoints, EndpointAddress address)
    {
        var pod = cluster.Store.Find<Pod>("Pod", new ObjectKey(endpoints.Namespace, address.TargetPod));
        if (pod is { IsReady: true, Metadata.IsBeingDeleted: false }) return;
        var state = pod is null ? "does not exist" : pod.IsReady ? "is being deleted" : "is not ready";
        cluster.Break(Name, $"service {endpoints.Key} sends users to {address.Ip}, but pod {address.TargetPod} {state}");
    }

    private static bool ToleratesUnready(Service service) =>
        service.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.TolerateUnreadyEndpoints).Length > 0;
}
