using Simulator.Api;

namespace Simulator.ControlPlane;

/// <summary>A call to the cloud instead of the API server (pkg/cloudprovider/cloud.go of 1.3.10): it costs no token and may take minutes.</summary>
public abstract record CloudRequest : ApiRequest;

/// <summary>Makes the load balancer of a service, or finds the one that it has; the answer carries the service with its addresses.</summary>
/// <param name="Hosts">Names of the nodes that it sends to, in order.</param>
public sealed record EnsureLoadBalancerRequest(Service Service, IReadOnlyList<string> Hosts) : CloudRequest;

/// <summary>Changes where the load balancer of a service sends to.</summary>
public sealed record UpdateLoadBalancerRequest(ObjectKey Service, IReadOnlyList<string> Hosts) : CloudRequest;

public sealed record DeleteLoadBalancerRequest(ObjectKey Service) : CloudRequest;
