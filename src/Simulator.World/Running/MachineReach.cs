using Simulator.World.Metrics;
using Simulator.World.Nodes;

namespace Simulator.World.Running;

/// <summary>Heapster asks the kubelets, over the network of the cluster.</summary>
internal sealed class MachineReach(Topology topology) : IMachineReach
{
    public long Version => topology.Changes;

    public bool Answers(string machine) => topology.Find(machine) is { IsConnected: true };
}
