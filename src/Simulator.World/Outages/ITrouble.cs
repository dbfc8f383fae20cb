using Simulator.Engine;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>What a kind of trouble does to each machine that it strikes.</summary>
internal interface INodeTrouble
{
    void Begin(Occurrence occurrence, SimulatedNode node);

    void End(Occurrence occurrence, SimulatedNode node);
}

/// <summary>What a kind of trouble does to a whole place besides striking its machines.</summary>
internal interface IPlaceTrouble
{
    void Begin(Occurrence occurrence, Place place);

    void End(Occurrence occurrence, Place place);
}

/// <summary>What a kind of trouble does to a cluster or to a part of it that is no machine.</summary>
internal interface IClusterTrouble
{
    void Begin(Occurrence occurrence);

    void End(Occurrence occurrence);
}

/// <summary>A trouble that goes its own way through the machines, and is over when its steps are done.</summary>
internal interface IProcedure
{
    IEnumerable<Event> Run(Occurrence occurrence, IReadOnlyList<SimulatedNode> nodes);
}
