using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.World.Hosting;

namespace Simulator.World.Nodes;

/// <summary>The machines of a cluster as its node controllers can learn of them: those of its start are found fastest.</summary>
internal sealed class MachineRegister(Topology topology) : IMachineRegister
{
    private readonly SimulatedNode[] _inOrder = [.. topology.Nodes];
    private readonly Dictionary<string, int> _places = topology.Nodes.Select((node, place) => (node.Name, place))
        .ToDictionary(entry => entry.Name, entry => entry.place, StringComparer.Ordinal);

    private int _last;

    /// <summary>A machine without power still exists in the cloud's list: only a deleted instance does not.</summary>
    public bool Exists(string node) => topology.Find(node) is { IsGone: false };

    /// <summary>Where kubelets renew leases, these are what comes in the rhythm of heartbeats.</summary>
    public ILease Of(string node) =>
        _places.TryGetValue(node, out var place) ? _inOrder[place].Heartbeat : new LaterLease(topology, node);

    public Instant? LastHeartbeat(Node node, Instant now) => Find(node.Name)?.Heartbeat.Last(now.SinceStart);

    /// <summary>
    /// Passes ask in the order of the list, some of them twice: mostly it is the machine of the last question or the next one.
    /// </summary>
    private SimulatedNode? Find(string name)
    {
        if (IsAt(_last, name)) return _inOrder[_last];
        var next = _last + 1 < _inOrder.Length ? _last + 1 : 0;
        if (!IsAt(next, name) && !_places.TryGetValue(name, out next)) return topology.Find(name);
        _last = next;
        return _inOrder[next];
    }

    private bool IsAt(int index, string name) => index < _inOrder.Length && _inOrder[index].Name == name;

    /// <summary>Of a machine that was not there from the start.</summary>
    private sealed class LaterLease(Topology topology, string node) : ILease
    {
        public Instant? LastRenewal(Instant now) => topology.Find(node)?.Heartbeat.Last(now.SinceStart);
    }
}
