using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Nodes.Volumes;

/// <summary>What the volume managers of a cluster share.</summary>
internal sealed record MountSetting(StorageOptions Options, ObjectReads Objects, ObservationLog Log, StatusChanges Changes)
{
    /// <summary>The cloud's disks: what is really attached.</summary>
    public required CloudDisks Disks { get; init; }

    public required RandomStream Durations { get; init; }

    public required RandomStream Phases { get; init; }
}
