using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>What each kind of trouble does; each is an <see cref="INodeTrouble"/>, an <see cref="IClusterTrouble"/> or an <see cref="IProcedure"/>.</summary>
internal static class TroubleTable
{
    private static readonly Dictionary<OutageKind, object> Troubles = new()
    {
        [OutageKind.PowerLoss] = new PowerLoss(),
        [OutageKind.Reboot] = new Reboot(),
        [OutageKind.NetworkCut] = new NetworkCut(),
        [OutageKind.SlowNode] = new SlowNode(),
        [OutageKind.DiskFull] = new DiskFull(),
        [OutageKind.DiskLoss] = new DiskLoss(),
        [OutageKind.RuntimeDown] = new RuntimeDown(),
        [OutageKind.Freeze] = new MachineFreeze(),
        [OutageKind.ProgramFreeze] = new ProgramFreeze(),
        [OutageKind.CloudDown] = new CloudDown(),
        [OutageKind.OutOfStock] = new OutOfStock(),
        [OutageKind.RegistryDown] = new RegistryDown(),
        [OutageKind.RegistrySlow] = new RegistrySlow(),
        [OutageKind.InstanceGone] = new InstanceGone(),
        [OutageKind.ZonePartition] = new ZonePartition(),
        [OutageKind.ClusterCut] = new ClusterCut(),
        [OutageKind.DnsStale] = new DnsStale(),
        [OutageKind.Maintenance] = new RollingMaintenance(),
        [OutageKind.ApiServerDown] = new ProgramDown("api-server"),
        [OutageKind.ApiServerSlow] = new ProgramSlow("api-server"),
        [OutageKind.EtcdDown] = new ProgramDown("etcd"),
        [OutageKind.EtcdSlow] = new ProgramSlow("etcd"),
        [OutageKind.SchedulerDown] = new ProgramDown("scheduler"),
        [OutageKind.ControllerManagerDown] = new ProgramDown("controller-manager"),
    };

    public static object Of(OutageKind kind) => Troubles[kind];
}
