using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Dns;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>A cluster in the controller's memory (clusterCache in cluster_helper.go of 1.3.10).</summary>
internal sealed class Member
{
    private readonly Dictionary<ObjectKey, Service> _services = [];
    private readonly Dictionary<ObjectKey, Endpoints> _endpoints = [];

    /// <param name="first">When its first workers begin.</param>
    /// <param name="syncService">Of one of its services.</param>
    /// <param name="syncEndpoints">Of the endpoints of one of its services.</param>
    public Member(Cluster cluster, Instant first, RoutineSet routines, Func<Member, ObjectKey, IEnumerator<Wait>> syncService,
        Func<Member, ObjectKey, IEnumerator<Wait>> syncEndpoints)
    {
        (Cluster, Place) = (cluster, new ClusterPlace(cluster.Zones, cluster.Region));
        ServiceWorkers = new GrowingWorkers(first, Services, routines, key => syncService(this, key));
        EndpointWorkers = new GrowingWorkers(first, Endpoints, routines, key => syncEndpoints(this, key));
    }

    public string Name => Cluster.Name;

    /// <summary>As it was when it was first seen ready: zones that it did not have then it never gets.</summary>
    public Cluster Cluster { get; }

    public ClusterPlace Place { get; set; }

    public WorkQueue Services { get; } = new();

    public WorkQueue Endpoints { get; } = new();

    public GrowingWorkers ServiceWorkers { get; }

    public GrowingWorkers EndpointWorkers { get; }

    public Service? FindService(ObjectKey key) => _services.GetValueOrDefault(key);

    public Endpoints? FindEndpoints(ObjectKey key) => _endpoints.GetValueOrDefault(key);

    /// <summary>It was seen long ago.</summary>
    public void Know(ApiObject value)
    {
        if (value is Service service) _services[service.Key] = service;
        else if (value is Endpoints endpoints) _endpoints[endpoints.Key] = endpoints;
    }

    public void See(ApiObject value, bool isGone)
    {
        if (value is Service service) See(service, isGone);
        else if (value is Endpoints endpoints) See(endpoints, isGone);
    }

    /// <summary>Of services only a change of the load balancer's addresses counts.</summary>
    private void See(Service service, bool isGone)
    {
        var before = _services.GetValueOrDefault(service.Key);
        if (isGone) _services.Remove(service.Key);
        else _services[service.Key] = service;
        if (isGone || before is null || !before.LoadBalancerIngress.SequenceEqual(service.LoadBalancerIngress)) Services.Add(service.Key);
    }

    private void See(Endpoints endpoints, bool isGone)
    {
        if (!isGone && _endpoints.GetValueOrDefault(endpoints.Key)?.Metadata.ResourceVersion == endpoints.Metadata.ResourceVersion) return;
        if (isGone) _endpoints.Remove(endpoints.Key);
        else _endpoints[endpoints.Key] = endpoints;
        Endpoints.Add(endpoints.Key);
    }
}
