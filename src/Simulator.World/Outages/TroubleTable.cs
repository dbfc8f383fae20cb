using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>
/// What each kind of trouble does in one cluster, and which levers it gets for it; each is an <see cref="INodeTrouble"/>, an
/// <see cref="IClusterTrouble"/> or an <see cref="IProcedure"/>.
/// </summary>
internal sealed class TroubleTable(OutageLevers levers)
{
    private readonly Dictionary<OutageKind, object> _troubles = new()
    {
        [OutageKind.PowerLoss] = new PowerLoss(levers.Power, levers.Zones, levers.Programs, levers.Disks),
        [OutageKind.Reboot] = new Reboot(levers.Power),
        [OutageKind.NetworkCut] = new NetworkCut(levers.Simulation, levers.Reporter),
        [OutageKind.SlowNode] = new SlowNode(levers.Simulation, levers.LateBeats),
        [OutageKind.DiskFull] = new DiskFull(),
        [OutageKind.DiskLoss] = new DiskLoss(levers.Power),
        [OutageKind.RuntimeDown] = new RuntimeDown(),
        [OutageKind.Freeze] = new MachineFreeze(levers.Simulation, levers.Zones, levers.Programs, levers.Reporter),
        [OutageKind.ProgramFreeze] = new ProgramFreeze(levers.Programs),
        [OutageKind.CloudDown] = new CloudDown(levers.Cloud),
        [OutageKind.OutOfStock] = new OutOfStock(levers.Cloud, levers.NodePools),
        [OutageKind.RegistryDown] = new RegistryDown(levers.Registry),
        [OutageKind.RegistrySlow] = new RegistrySlow(levers.Registry),
        [OutageKind.InstanceGone] = new InstanceGone(levers.Power, levers.Attachments, levers.Cloud),
        [OutageKind.ZonePartition] = new ZonePartition(levers.Network),
        [OutageKind.ClusterCut] = new ClusterCut(levers.Network),
        [OutageKind.FederationCut] = new FederationCut(levers.Network),
        [OutageKind.BalancerLost] = new BalancerLost(levers.Network),
        [OutageKind.DnsStale] = new DnsStale(levers.Dns),
        [OutageKind.Maintenance] = levers.Maintenance,
        [OutageKind.ApiServerDown] = new ProgramDown(levers.Programs, "api-server"),
        [OutageKind.ApiServerSlow] = new ProgramSlow(levers.Programs, "api-server"),
        [OutageKind.EtcdDown] = new ProgramDown(levers.Programs, "etcd"),
        [OutageKind.EtcdSlow] = new ProgramSlow(levers.Programs, "etcd"),
        [OutageKind.SchedulerDown] = new ProgramDown(levers.Programs, "scheduler"),
        [OutageKind.ClusterAutoscalerDown] = new ProgramDown(levers.Programs, "cluster-autoscaler"),
        [OutageKind.ControllerManagerDown] = new ProgramDown(levers.Programs, "controller-manager"),
    };

    public object Of(OutageKind kind) => _troubles[kind];
}
