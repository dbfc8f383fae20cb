using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>The cloud takes a machine away (a preempted or deleted instance): it never comes back, and the cloud's list says so.</summary>
internal sealed class InstanceGone : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.IsGone = true; // before it stops: who is told of that looks at this too
        PowerLoss.TurnOff(occurrence, node);
        occurrence.Cluster.Cloud.Disks.DetachAll(node.Name);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
