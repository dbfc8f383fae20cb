using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.World.Nodes.Runs;

/// <summary>What kubelets read from the API server.</summary>
internal sealed class ObjectReads(SimulatedApiServer server)
{
    /// <summary>A GET of the kubelet's client; null also while no API server answers.</summary>
    public ApiObject? Find(string kind, ObjectKey key) => server.IsUp ? server.Store.Find(kind, key) : null;

    /// <summary>The node's object, which the kubelet's watch has shown; null if it was deleted.</summary>
    public Node? NodeNamed(string name) => server.Store.Find<Node>("Node", new ObjectKey("", name));

    public IReadOnlyList<ApiObject> PodsOn(string node) => server.Store.PodsOn(node);
}
