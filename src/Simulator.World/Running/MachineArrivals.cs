using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Cloud.Groups;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Places;

namespace Simulator.World.Running;

/// <summary>Machines that the cloud makes and deletes while the cluster runs: their kubelets, and the objects of their nodes.</summary>
internal sealed class MachineArrivals
{
    /// <summary>
    /// Between tries of a kubelet to register its node (registerWithApiserver of pkg/kubelet/kubelet.go, at its longest).
    /// </summary>
    private static readonly TimeSpan RegisterPeriod = TimeSpan.FromSeconds(7);

    private readonly SimulatedCluster _cluster;
    private readonly MachineHall _hall;
    private readonly Dictionary<string, int> _inZone = new(StringComparer.Ordinal);

    public MachineArrivals(SimulatedCluster cluster, MachineHall hall)
    {
        (_cluster, _hall) = (cluster, hall);
        foreach (var node in cluster.Topology.Nodes) NumberIn(node.Zone);
        cluster.Cloud.Groups.Started += OnStarted;
        cluster.Cloud.Groups.Deleted += OnDeleted;
    }

    /// <summary>A machine runs that was not there before.</summary>
    public event Action<SimulatedNode>? Joined;

    private TimeSpan Now => _cluster.Simulation.Now;

    private void OnStarted(CloudMachine given)
    {
        if (given.IsGone) return;
        if (!_cluster.Server.IsUp)
        {
            _cluster.Simulation.Schedule(RegisterPeriod, () => OnStarted(given));
            return;
        }

        var placed = NodeFactory.Joining(
            _cluster.Spec, given.Group.Pool, given.Name, given.Zone, NumberIn(given.Zone), Instant.FromStart(Now));
        var machine = _hall.MachineOf(placed, Now);
        machine.Heartbeat.Start(Now);
        _cluster.Topology.Add(machine);
        var allocatable = placed.Node.Status.Allocatable;
        _cluster.Log.Write(
            ObservationKind.NodeAdded, given.Name, given.Zone, allocatable.MilliValue(ResourceNames.Cpu),
            allocatable.Value(ResourceNames.Memory));
        var answer = _cluster.Server.Execute(new CreateRequest(placed.Node), Instant.FromStart(Now));
        if (!answer.IsOk) _cluster.Log.Write(ObservationKind.CreationRefused, $"Node {given.Name}", answer.Outcome);
        Joined?.Invoke(machine);
    }

    private void OnDeleted(CloudMachine lost)
    {
        if (_cluster.Topology.Find(lost.Name) is not { IsGone: false } machine) return;
        _cluster.Power.Remove(machine);
        _cluster.Cloud.Disks.DetachAll(machine.Name);
    }

    private int NumberIn(string zone) => _inZone[zone] = _inZone.GetValueOrDefault(zone) + 1;
}
