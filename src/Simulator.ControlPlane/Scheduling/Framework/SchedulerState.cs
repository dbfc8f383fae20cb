using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>All that placements look at, and where the next look begins.</summary>
public sealed class SchedulerState
{
    public NodeCache Cache { get; } = new();

    public ClusterObjects Objects { get; } = new();

    public Nominations Nominations { get; } = new();

    /// <summary>Index of the node with which the next pass begins.</summary>
    public int NextStart { get; set; }

    /// <summary>percentageOfNodesToScore; 0 = by size.</summary>
    public int PercentageOfNodesToScore { get; init; }
}
