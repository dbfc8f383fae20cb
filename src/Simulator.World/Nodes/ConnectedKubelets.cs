using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Hosting;

namespace Simulator.World.Nodes;

/// <summary>The kubelets of a cluster as clients of its API servers.</summary>
internal sealed class ConnectedKubelets(
    Simulation simulation, Topology topology, ApiServerFleet fleet, NodeReporter reporter, Func<string, RandomStream> streamOf) : IKubelets
{
    private static readonly Uniform Landing = new(TimeSpan.Zero, ApiServerFleet.Backlog);

    private readonly Dictionary<ApiServerReplica, List<SimulatedNode>> _hanging = [];

    public int Count => topology.Count;

    private TimeSpan Now => simulation.Now;

    public void ServersGoDown()
    {
        foreach (var node in topology.Nodes) node.Heartbeat.ServerGoesDown(Now);
    }

    public void ServersComeUp()
    {
        foreach (var node in topology.Nodes) node.Heartbeat.ServerComesUp(Now);
    }

    /// <summary>All that are connected to the server.</summary>
    public void Hang(ApiServerReplica server)
    {
        var nodes = _hanging[server] = [.. topology.Nodes.Where(node => !node.Heartbeat.IsHeld
            && fleet.ServerOf(node.Kubelet.Status.ClientNumber) == server)];
        foreach (var node in nodes) node.Heartbeat.ServerFreezes(Now);
    }

    public void GoOn(ApiServerReplica server)
    {
        if (!_hanging.Remove(server, out var nodes)) return;
        foreach (var node in nodes)
        {
            node.Heartbeat.ServerThaws(Now, Landing.Sample(streamOf($"thaw/{node.Name}")));
            reporter.CatchUp(node);
        }
    }
}
