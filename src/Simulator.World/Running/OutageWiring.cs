using Simulator.World.Outages;

namespace Simulator.World.Running;

/// <summary>Lays the levers of a cluster into the hands of its troubles.</summary>
internal static class OutageWiring
{
    public static OutageSite SiteOf(SimulatedCluster cluster) =>
        new(cluster.Log, new OutageTargets(cluster.Topology, cluster.Store), TroubleTable.OfCluster(LeversOf(cluster)));

    private static OutageLevers LeversOf(SimulatedCluster cluster) => new()
    {
        Simulation = cluster.Simulation,
        Zones = new WholeZones(cluster.Spec.Zones),
        Power = cluster.Power,
        Disks = cluster.Cloud,
        Attachments = cluster.Cloud.Disks,
        Cloud = cluster.Cloud,
        NodePools = cluster.Spec.NodePools,
        Programs = cluster.ControlPlane,
        Reporter = cluster.Reporter,
        Registry = cluster.Registry,
        Network = cluster.Network,
        Dns = cluster.Dns,
        LateBeats = machine => cluster.Stream($"late-beats/{machine}"),
        Maintenance = new RollingMaintenance(
            cluster.Simulation, cluster.Terminal, cluster.Power, cluster.Store, cluster.Stream("maintenance")),
    };
}
