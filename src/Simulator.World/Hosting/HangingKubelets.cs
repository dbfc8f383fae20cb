using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes;
using Simulator.World.Running;

namespace Simulator.World.Hosting;

/// <summary>Kubelets whose API server hangs: they stay connected to it, and what they send it waits there.</summary>
internal sealed class HangingKubelets(SimulatedCluster cluster, Func<string, RandomStream> streamOf)
{
    private static readonly Uniform Landing = new(TimeSpan.Zero, ApiServerFleet.Backlog);

    private readonly Dictionary<ApiServerReplica, List<SimulatedNode>> _nodes = [];

    private TimeSpan Now => cluster.Simulation.Now;

    /// <summary>All that are connected to the server.</summary>
    public void Hang(ApiServerReplica server)
    {
        var nodes = _nodes[server] = [.. cluster.Topology.Nodes.Where(node => !node.IsServerFrozen && cluster.Server.Fleet.ServerOf(node.Kubelet.Status.ClientNumber) == server)];
        foreach (var node in nodes) node.ServerFreezes(Now);
    }

    /// <summary>The server goes on, or has ended.</summary>
    public void GoOn(ApiServerReplica server)
    {
        if (!_nodes.Remove(server, out var nodes)) return;
        foreach (var node in nodes)
        {
            node.ServerThaws(Now, Landing.Sample(streamOf($"thaw/{node.Name}")));
            cluster.Reporter.CatchUp(node);
        }
    }
}
