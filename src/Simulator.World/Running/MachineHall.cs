using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>Builds the machines of a cluster, each with its kubelet and its object.</summary>
/// <param name="phases">From which the moments of their heartbeats are drawn.</param>
internal sealed class MachineHall(SimulatedCluster cluster, KubeletContext kubelets, RandomStream phases)
{
    private readonly TimeSpan _period = cluster.Spec.Kubelet.NodeStatusUpdateFrequency;

    /// <param name="down">Names of machines that have been down since long before.</param>
    public void Fill(IReadOnlySet<string> down)
    {
        var phase = NextPhase();
        var number = 0;
        foreach (var placed in NodeFactory.NodesOf(cluster.Spec))
        {
            cluster.Cloud.Groups.Adopt(placed, cluster.Spec.NodePools.First(pool => pool.Name == placed.Pool));
            if (cluster.Spec.HeartbeatPhases == HeartbeatPhases.InTurn) phase = PhaseOf(number++);
            Add(placed, phase, down.Contains(placed.Node.Name));
            if (cluster.Spec.HeartbeatPhases == HeartbeatPhases.Spread) phase = NextPhase();
        }
    }

    private TimeSpan PhaseOf(int number)
    {
        var (from, to) = (cluster.Spec.HeartbeatsFrom.TotalMicroseconds, cluster.Spec.HeartbeatsTo.TotalMicroseconds);
        var others = Math.Max(1, cluster.Spec.NodePools.Sum(pool => pool.Count) - 1);
        return Microseconds.Of((from + ((to - from) * number / others)) % _period.TotalMicroseconds);
    }

    private TimeSpan NextPhase() => Microseconds.Of(_period.TotalMicroseconds * phases.NextDouble());

    private void Add(in NodeFactory.Placed placed, TimeSpan phase, bool isDown)
    {
        var (node, allocatable) = (placed.Node, placed.Node.Status.Allocatable);
        var machine = MachineOf(placed, phase);
        if (isDown) machine.HasBeenSilentSince(ClusterSpec.LongAgo.SinceStart);
        else machine.Heartbeat.Start(TimeSpan.Zero);
        cluster.Topology.Add(machine);
        var (cpu, memory) = (allocatable.MilliValue(ResourceNames.Cpu), allocatable.Value(ResourceNames.Memory));
        cluster.Log.Write(ObservationKind.NodeAdded, node.Name, placed.Zone, cpu, memory);
        cluster.Store.Put(machine.IsConnected ? node : Silent(node));
    }

    /// <summary>A machine that runs; its first heartbeat is at this phase of its period.</summary>
    public SimulatedNode MachineOf(in NodeFactory.Placed placed, TimeSpan phase)
    {
        var machine = new SimulatedNode(placed.Node.Name, placed.Zone, placed.Rack, phase, _period)
        {
            Pool = placed.Pool,
            PowerUnit = placed.PowerUnit,
            Memory = placed.Node.Status.Capacity.Value(ResourceNames.Memory),
            MemoryForPods = placed.Node.Status.Allocatable.Value(ResourceNames.Memory),
        };
        machine.Kubelet = new Kubelet(kubelets, machine);
        return machine;
    }

    /// <summary>The node controller has marked it long ago.</summary>
    private Node Silent(Node node)
    {
        var grace = cluster.Spec.ControllerManager.Nodes.NodeMonitorGracePeriod;
        return cluster.Spec.Version.LostNode(node, ClusterSpec.LongAgo, ClusterSpec.LongAgo + grace);
    }
}
