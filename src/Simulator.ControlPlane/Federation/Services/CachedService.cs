using Simulator.Api;
using Simulator.ControlPlane.Federation.Dns;
using Mutex = Simulator.ControlPlane.Controllers.Routines.Mutex;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>A federated service as the controller knows it; gone when its process ends.</summary>
internal sealed class CachedService(ObjectKey key)
{
    public ObjectKey Key => key;

    public ServiceShards Shards { get; } = new();

    /// <summary>Null only before its first sync.</summary>
    public SharedService? Last { get; set; }

    /// <summary>Null: it has not been given to the clusters yet.</summary>
    public SharedService? Applied { get; set; }

    /// <summary>One routine at a time: also while it waits for the DNS provider, or for its next try.</summary>
    public Mutex Lock { get; } = new();

    /// <summary>Of writes to the members: one for all of them.</summary>
    public RetryDelay ClusterRetry { get; } = new();

    public RetryDelay StatusRetry { get; } = new();

    public RetryDelay DnsRetry { get; } = new();
}
