using Simulator.Engine;
using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>A kubelet and the API server cannot reach each other; the pods go on serving.</summary>
internal sealed class NetworkCut(Simulation simulation, NodeReporter reporter) : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.NetworkCuts++;
        if (node.IsBeating) occurrence.TellDown(node);
        node.Heartbeat.Stop(simulation.Now);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
        node.NetworkCuts--;
        reporter.Reconnect(node);
    }
}
