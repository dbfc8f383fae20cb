using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Pressure;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Volumes;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Pods;

/// <summary>What the pods' workers of a cluster share: each part of them is given what it needs of it.</summary>
internal sealed record PodSetting(KubeletOptions Options, ObservationLog Log, StatusChanges Changes)
{
    public required PodApplications Applications { get; init; }

    public required PodLives Lives { get; init; }

    public required ObjectReads Objects { get; init; }

    public required MountSetting Mounts { get; init; }

    /// <summary>Null: no node can run out of memory, since containers use what they request, and nothing says otherwise.</summary>
    public required MemorySetting? Memory { get; init; }

    public required ContainerPace Pace { get; init; }

    public required PodAddresses Addresses { get; init; }

    public required PodWorks Works { get; init; }

    public required INodeAdmission Admission { get; init; }

    public required PodDraws Draws { get; init; }
}

/// <summary>What the workers of pods leave to chance.</summary>
/// <param name="Retries">How long after a sync that failed the next one comes.</param>
/// <param name="StartOrder">In which order containers start.</param>
internal sealed record PodDraws(RandomStream Retries, RandomStream StartOrder);
