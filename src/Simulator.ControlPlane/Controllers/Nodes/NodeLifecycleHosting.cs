using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>What the host of a node controller brings along; by default what recordings were made with.</summary>
public sealed record NodeLifecycleHosting
{
    public static readonly NodeLifecycleHosting Default = new();

    /// <summary>By default as the node objects say.</summary>
    public IHeartbeats Heartbeats { get; init; } = StoredHeartbeats.Instance;

    /// <summary>By default there are none.</summary>
    public ILeases Leases { get; init; } = NoLeases.Instance;

    /// <summary>Null = no cloud provider: nodes are never deleted.</summary>
    public ICloudInstances? Cloud { get; init; }

    /// <summary>How long a pass is busy with each node that it queues, or looks at; zero = time stands still between calls.</summary>
    public TimeSpan Queueing { get; init; }

    /// <summary>Of nodes that have vanished, and of pods whose node has.</summary>
    public IMapOrder Order { get; init; } = NameOrder.Instance;
}
