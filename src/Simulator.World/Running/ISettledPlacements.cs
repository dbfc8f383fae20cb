using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>What runs know of the placements of each other's settled starts, on several threads perhaps.</summary>
public interface ISettledPlacements
{
    /// <param name="scheduler">A new one, whose decisions these are: in the end it is as if it had made all of them.</param>
    ISettledPlacer Begin(ClusterSpec cluster, IPodScheduler scheduler);
}

/// <summary>Answers for the scheduler while a cluster is settled.</summary>
public interface ISettledPlacer : IDisposable
{
    /// <summary>Something is there.</summary>
    /// <param name="value">As it is stored.</param>
    void Tell(ApiObject value);

    /// <summary>Where a pod goes; null: nowhere. It counts once it is told as it is stored there.</summary>
    string? HostOf(Pod pod);
}
