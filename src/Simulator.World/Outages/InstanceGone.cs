using Simulator.World.Cloud;
using Simulator.World.Nodes;
using Simulator.World.Storage;

namespace Simulator.World.Outages;

/// <summary>The cloud takes a machine away (a preempted or deleted instance): it never comes back, and the cloud's list says so.</summary>
internal sealed class InstanceGone(PowerSwitch power, CloudDisks disks, ICloudLevers cloud) : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.IsGone = true; // before it stops: who is told of that looks at this too
        power.TurnOff(occurrence, node);
        disks.DetachAll(node.Name);
        cloud.Lose(node.Name);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
