using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pressure;

/// <summary>What a node that is short of memory does to its pods.</summary>
internal interface IContainerKills
{
    void Kill(PodRun run, ContainerRun container, string reason);

    /// <summary>The pod fails for good, and its containers get no time.</summary>
    void Evict(PodRun run);
}
