using Simulator.Engine;

namespace Simulator.World;

/// <summary>Makes the scenario's troubles happen to machines and API servers, and ends them.</summary>
internal sealed class OutageDirector(Simulation simulation, RandomStreams streams, IReadOnlyList<SimulatedCluster> clusters)
{
    public void Schedule(IReadOnlyList<OutageSpec> outages)
    {
        for (var i = 0; i < outages.Count; i++)
        {
            var (outage, index) = (outages[i], i);
            var cluster = clusters.Single(candidate => candidate.Spec.Name == outage.Cluster);
            simulation.ScheduleAt(outage.At, () => Begin(cluster, outage, index));

            // A reboot ends by itself.
            if (outage.Kind != OutageKind.Reboot && outage.For is { } duration) simulation.ScheduleAt(outage.At + duration, () => End(cluster, outage, index));
        }
    }

    private void Begin(SimulatedCluster cluster, OutageSpec outage, int index)
    {
        cluster.Log.Write(ObservationKind.OutageStarted, TargetOf(outage), outage.Kind.ToString(), index);
        if (outage.Kind == OutageKind.ApiServerDown) cluster.StopApiServer();
        foreach (var node in NodesOf(cluster, outage)) Strike(cluster, node, outage);
    }

    private void End(SimulatedCluster cluster, OutageSpec outage, int index)
    {
        cluster.Log.Write(ObservationKind.OutageEnded, TargetOf(outage), outage.Kind.ToString(), index);
        if (outage.Kind == OutageKind.ApiServerDown) cluster.StartApiServer();
        foreach (var node in NodesOf(cluster, outage)) Relieve(cluster, node, outage);
    }

    private void Strike(SimulatedCluster cluster, SimulatedNode node, OutageSpec outage)
    {
        if (outage.Kind == OutageKind.NetworkCut) node.NetworkCuts++;
        else node.PowerLosses++;
        var wasUp = node.IsBeating || (outage.Kind != OutageKind.NetworkCut && node.PowerLosses == 1);
        if (wasUp) cluster.Log.Write(ObservationKind.NodeWentDown, node.Name, outage.Kind.ToString());
        node.StopBeating(simulation.Now);
        if (outage.Kind == OutageKind.NetworkCut) return;
        node.Kubelet.PowerOff();
        if (outage.Kind == OutageKind.Reboot) Relieve(cluster, node, outage);
    }

    private void Relieve(SimulatedCluster cluster, SimulatedNode node, OutageSpec outage)
    {
        if (outage.Kind == OutageKind.NetworkCut)
        {
            node.NetworkCuts--;
            cluster.Reporter.Reconnect(node);
            return;
        }

        var boot = new Uniform(cluster.Spec.Kubelet.BootDuration * 0.5, cluster.Spec.Kubelet.BootDuration * 1.5);
        simulation.Schedule(boot.Sample(streams[$"{cluster.Spec.Name}/boot"]), () =>
        {
            node.PowerLosses--;
            cluster.Reporter.Reconnect(node);
        });
    }

    private static string TargetOf(OutageSpec outage) => outage.Zone ?? outage.Rack ?? outage.Node ?? "api-server";

    private static IReadOnlyList<SimulatedNode> NodesOf(SimulatedCluster cluster, OutageSpec outage) => outage switch
    {
        { Zone: { } zone } => [.. cluster.Topology.InZone(zone)],
        { Rack: { } rack } => [.. cluster.Topology.InRack(rack)],
        { Node: { } name } when cluster.Topology.Find(name) is { } node => [node],
        _ => [],
    };
}
