using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.World.Nodes.Runs;

/// <summary>What kubelets read from the API server.</summary>
internal sealed class ObjectReads
{
    private readonly SimulatedApiServer _server;

    public ObjectReads(SimulatedApiServer server)
    {
        _server = server;
        Find = Get;
    }

    /// <summary>
    /// A GET of the kubelet's client; null also while no API server answers. One instance: it is handed on for every pod.
    /// </summary>
    public Func<string, ObjectKey, ApiObject?> Find { get; }

    /// <summary>The node's object, which the kubelet's watch has shown; null if it was deleted.</summary>
    public Node? NodeNamed(string name) => _server.Store.Find<Node>("Node", new ObjectKey("", name));

    public IReadOnlyList<ApiObject> PodsOn(string node) => _server.Store.PodsOn(node);

    private ApiObject? Get(string kind, ObjectKey key) => _server.IsUp ? _server.Store.Find(kind, key) : null;
}
