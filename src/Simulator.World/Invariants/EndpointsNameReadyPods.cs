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
        foreach (var slice in cluster.Store.List("EndpointSlice")) Judge((EndpointSlice)slice);
    }

    private void Judge(Endpoints endpoints)
    {
        if (IsLeftAlone(endpoints.Key)) return;
        foreach (var subset in endpoints.Subsets)
        {
            foreach (var address in subset.Addresses) Judge(endpoints.Key, address.Ip, address.TargetPod);
        }
    }

    private void Judge(EndpointSlice slice)
    {
        var service = new ObjectKey(slice.Namespace, slice.ServiceName);
        if (IsLeftAlone(service) || HasLostNode(service)) return;
        foreach (var endpoint in slice.Endpoints)
        {
            if (endpoint.IsReady) Judge(service, endpoint.Ip, endpoint.TargetPod);
        }
    }

    /// <summary>Until the pods of a node that is gone are removed, none of the service's slices is written (EndpointSliceSync).</summary>
    private bool HasLostNode(ObjectKey service) => cluster.Store.List("EndpointSlice").Cast<EndpointSlice>()
        .Where(slice => slice.Namespace == service.Namespace && slice.ServiceName == service.Name)
        .SelectMany(slice => slice.Endpoints)
        .Any(endpoint => endpoint.NodeName.Length > 0 && cluster.Store.Find("Node", new ObjectKey("", endpoint.NodeName)) is null);

    /// <summary>Nobody makes its endpoints, or they are to hold pods that are not ready.</summary>
    private bool IsLeftAlone(ObjectKey key) =>
        cluster.Store.Find<Service>("Service", key) is not { Selector: not null } service || ToleratesUnready(service);

    private void Judge(ObjectKey service, string address, string target)
    {
        var pod = cluster.Store.Find<Pod>("Pod", new ObjectKey(service.Namespace, target));
        if (pod is { IsReady: true, Metadata.IsBeingDeleted: false }) return;
        var state = pod is null ? "does not exist" : pod.IsReady ? "is being deleted" : "is not ready";
        cluster.Break(Name, $"service {service} sends users to {address}, but pod {target} {state}");
    }

    private static bool ToleratesUnready(Service service) =>
        service.PublishNotReadyAddresses
        || service.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.TolerateUnreadyEndpoints).Length > 0;
}
