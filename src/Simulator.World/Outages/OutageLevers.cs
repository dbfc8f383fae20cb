using Simulator.Engine;
using Simulator.World.Cloud;
using Simulator.World.Dns;
using Simulator.World.Hosting;
using Simulator.World.Network;
using Simulator.World.Nodes;
using Simulator.World.Nodes.Images;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Outages;

/// <summary>
/// The levers that there are in a cluster. Only <see cref="TroubleTable"/> sees them all: it hands each trouble those that it pulls.
/// </summary>
internal sealed record OutageLevers
{
    public required Simulation Simulation { get; init; }

    public required WholeZones Zones { get; init; }

    public required PowerSwitch Power { get; init; }

    /// <summary>The power of the disks of a zone.</summary>
    public required IZonePower Disks { get; init; }

    /// <summary>Which disk is at which machine.</summary>
    public required CloudDisks Attachments { get; init; }

    public required ICloudLevers Cloud { get; init; }

    /// <summary>Of whose machine types the cloud can run out.</summary>
    public required IReadOnlyList<NodePoolSpec> NodePools { get; init; }

    public required IProgramLevers Programs { get; init; }

    public required NodeReporter Reporter { get; init; }

    public required ImageRegistry Registry { get; init; }

    public required ClusterNetwork Network { get; init; }

    public required ClusterDns Dns { get; init; }

    /// <summary>How late the kubelet of a machine reports, by its name.</summary>
    public required Func<string, RandomStream> LateBeats { get; init; }

    public required RollingMaintenance Maintenance { get; init; }
}
