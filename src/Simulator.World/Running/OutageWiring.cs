using Simulator.World.Dns;
using Simulator.World.Federation;
using Simulator.World.Network;
using Simulator.World.Nodes;
using Simulator.World.Outages;

namespace Simulator.World.Running;

/// <summary>Lays the levers of a cluster into the hands of its troubles.</summary>
internal static class OutageWiring
{
    public static OutageSite SiteOf(SimulatedCluster cluster) =>
        new(cluster.Log, new OutageTargets(cluster.Topology, cluster.Store), TroubleTable.OfCluster(LeversOf(cluster)));

    /// <summary>What its clusters share; no machines of its own are struck.</summary>
    public static OutageSite SiteOf(SimulatedFederation federation, RegionNetwork network, NameServers nameServers)
    {
        var levers = new FederationLevers { Federation = federation, Network = network, NameServers = nameServers };
        return new(federation.Log, new OutageTargets(new Topology(), federation.Store), TroubleTable.OfFederation(levers));
    }

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
