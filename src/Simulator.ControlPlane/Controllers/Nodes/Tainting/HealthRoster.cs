using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The records of the nodes: who is new, who has vanished (classifyNodes in pkg/controller/nodelifecycle of 1.20).</summary>
internal sealed class HealthRoster(TaintingContext context)
{
    private readonly Dictionary<string, HealthRecord> _records = new(StringComparer.Ordinal);
    private HealthRecord[] _listed = [];
    private int _knownCount;

    /// <summary>The record of the node at this place of the list, in name order; valid while <see cref="HasChanged"/> says no.</summary>
    public HealthRecord this[int index] => _listed[index];

    public HealthRecord? Find(string name) => _records.GetValueOrDefault(name);

    public HealthRecord Of(string name)
    {
        if (!_records.TryGetValue(name, out var record)) _records.Add(name, record = new HealthRecord(name));
        return record;
    }

    /// <summary>The nodes are others than those of the last pass.</summary>
    public bool HasChanged(IReadOnlyList<Node> nodes)
    {
        if (nodes.Count != _listed.Length || nodes.Count != _knownCount) return true;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!ReferenceEquals(nodes[i].Name, _listed[i].Name) && nodes[i].Name != _listed[i].Name) return true;
        }

        return false;
    }

    /// <summary>A node that is new, also to a process that has just started, loses its NoExecute taints.</summary>
    public IEnumerable<Wait> Observe(IReadOnlyList<Node> nodes)
    {
        List<Node> added = [.. nodes.Where(node => !Of(node.Name).IsKnown)];
        foreach (var node in nodes) context.Zones.Add(ZoneTable.KeyOf(node));
        foreach (var node in added)
        {
            context.TellOfNode(node.Name, "RegisteredNode", $"Registered Node {node.Name} in Controller");
            Of(node.Name).IsKnown = true;
            foreach (var wait in Reachability.Restore(context, node)) yield return wait;
        }

        Forget([.. nodes.Select(node => node.Name)]);
        _listed = [.. nodes.Select(node => node.Name).Order(StringComparer.Ordinal).Select(Of)];
        _knownCount = nodes.Count;
    }

    public void RestartTimers()
    {
        foreach (var record in _listed) record.Restart(context.Now);
    }

    private void Forget(HashSet<string> listed)
    {
        foreach (var record in _listed)
        {
            if (!record.IsKnown || listed.Contains(record.Name)) continue;
            record.IsKnown = false;
            context.TellOfNode(record.Name, "RemovingNode", $"Removing Node {record.Name} from Controller");
        }
    }
}
