using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// A call to the cloud instead of the API server (pkg/cloudprovider/cloud.go of 1.3.10): it costs no token and may take minutes.
/// </summary>
public abstract record CloudRequest : ApiRequest;

/// <summary>
/// Makes the load balancer of a service, or finds the one that it has; the answer carries the service with its addresses.
/// </summary>
/// <param name="Hosts">Names of the nodes that it sends to, in order.</param>
public sealed record EnsureLoadBalancerRequest(Service Service, IReadOnlyList<string> Hosts) : CloudRequest;

/// <summary>Changes where the load balancer of a service sends to.</summary>
public sealed record UpdateLoadBalancerRequest(ObjectKey Service, IReadOnlyList<string> Hosts) : CloudRequest;

public sealed record DeleteLoadBalancerRequest(ObjectKey Service) : CloudRequest;

/// <summary>Makes a disk; the answer carries nothing but success, or the reason.</summary>
/// <param name="Disk">Its name, as volumes name it (pdName, volumeID).</param>
/// <param name="Zone">"" = wherever.</param>
public sealed record CreateDiskRequest(string Disk, long Bytes, string Zone) : CloudRequest;

/// <summary>Deletes a disk with all that is on it; refused while it is attached. One that is not there counts as deleted.</summary>
public sealed record DeleteDiskRequest(string Disk) : CloudRequest;

/// <summary>
/// Attaches a disk to a machine; at once if it is attached there already, refused while another machine has it for writing.
/// </summary>
public sealed record AttachDiskRequest(string Disk, string Node, bool ReadOnly) : CloudRequest;

/// <summary>Detaches a disk from a machine, whatever the machine does with it; one that is not attached there counts as detached.</summary>
public sealed record DetachDiskRequest(string Disk, string Node) : CloudRequest;
