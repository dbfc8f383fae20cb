using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.LoadBalancers;

/// <summary>A service as the watch has shown it, and what the cloud was last asked to do for it.</summary>
internal sealed class BalancedService
{
    /// <summary>Null once it is deleted.</summary>
    public Service? Service { get; set; }

    /// <summary>The version that the cloud has acted upon; null before.</summary>
    public Service? Applied { get; set; }

    /// <summary>The cloud has been asked for a balancer and not been told to remove it.</summary>
    public bool HasBalancer { get; set; }

    public static bool Wants(Service? service) => service is { Type: "LoadBalancer" };

    /// <summary>Whether a change concerns the cloud (needsUpdate).</summary>
    public bool NeedsUpdate => (Wants(Service) || Wants(Applied)) && !(Service is { } now && Applied is { } then && IsSame(now, then));

    private static bool IsSame(Service now, Service then) =>
        now.Metadata.Uid == then.Metadata.Uid && now.Type == then.Type && now.SessionAffinity == then.SessionAffinity
        && now.Ports.SequenceEqual(then.Ports) && now.Metadata.Annotations.SameAs(then.Metadata.Annotations);
}
