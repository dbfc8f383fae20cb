using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>The records of the nodes, in the order of the last list: who is new, who has vanished.</summary>
internal sealed class NodeRoster(NodeLifecycleContext context)
{
    private readonly Dictionary<string, NodeRecord> _records = new(StringComparer.Ordinal);
    private readonly List<NodeRecord> _listed = [];
    private IReadOnlyList<ApiObject>? _last;
    private int _knownCount;
    private int _pass;

    /// <summary>The record of the node at this place of the list.</summary>
    public NodeRecord this[int index] => _listed[index];

    /// <returns>The nodes that the list no longer has; each is to be forgotten.</returns>
    public IReadOnlyList<NodeRecord> Observe(IReadOnlyList<ApiObject> nodes)
    {
        // As long as no node is written every LIST is the same one (a quarter of what the passes of zone-outage cost went into this walk).
        if (ReferenceEquals(nodes, _last) && _knownCount == nodes.Count) return [];
        (_last, _pass) = (nodes, _pass + 1);
        for (var i = 0; i < nodes.Count; i++)
        {
            var record = RecordAt(i, nodes[i].Name);
            record.Pass = _pass;
            if (!record.IsKnown) Register(record);
        }

        if (_listed.Count > nodes.Count) _listed.RemoveRange(nodes.Count, _listed.Count - nodes.Count);
        return _knownCount == nodes.Count ? [] : Vanished();
    }

    public void Forget(NodeRecord record)
    {
        record.IsKnown = false;
        _knownCount--;
        context.TellOfNode(record.Name, "RemovingNode", $"Node {record.Name} event: Removing Node {record.Name} from NodeController");
    }

    public void RestartTimers()
    {
        foreach (var record in _records.Values)
        {
            if (record.IsSaved) record.Restart(context.Now);
        }
    }

    /// <summary>The list mostly comes in the same order as last time, and then no name is hashed.</summary>
    private NodeRecord RecordAt(int index, string name)
    {
        if (index < _listed.Count && _listed[index].Name == name) return _listed[index];
        if (!_records.TryGetValue(name, out var record)) _records.Add(name, record = new NodeRecord(name));
        if (index < _listed.Count) _listed[index] = record;
        else _listed.Add(record);
        return record;
    }

    private void Register(NodeRecord record)
    {
        record.IsKnown = true;
        _knownCount++;
        context.TellOfNode(record.Name, "RegisteredNode", $"Node {record.Name} event: Registered Node {record.Name} in NodeController");
        context.Evictions.Remove(record.Name);
        context.Terminations.Remove(record.Name);
    }

    private List<NodeRecord> Vanished()
    {
        List<NodeRecord> vanished = [];
        foreach (var record in _records.Values)
        {
            if (record.IsKnown && record.Pass != _pass) vanished.Add(record);
        }

        vanished.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        context.Order.Shuffle(vanished);
        return vanished;
    }
}
