using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>A kubelet and the API server cannot reach each other; the pods go on serving.</summary>
internal sealed class NetworkCut : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.NetworkCuts++;
        if (node.IsBeating) occurrence.TellDown(node);
        occurrence.Cluster.StopBeating(node);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
        node.NetworkCuts--;
        occurrence.Cluster.Reporter.Reconnect(node);
    }
}
