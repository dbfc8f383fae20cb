using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The records of the nodes: who is new, who has vanished (classifyNodes in pkg/controller/nodelifecycle of 1.20).</summary>
internal sealed class HealthRoster(TaintingContext context)
{
    private readonly Dictionary<string, HealthRecord> _records = new(StringComparer.Ordinal);
    private HealthRecord[] _listed = [];

    /// <summary>The records of the nodes of the last pass, in name order.</summary>
    public IReadOnlyList<HealthRecord> Listed => _listed;

    public HealthRecord? Find(string name) => _records.GetValueOrDefault(name);

    /// <summary>Gives each node's object to its record; false if the nodes are others than those of the last pass.</summary>
    /// <param name="nodes">In name order.</param>
    public bool TryList(IReadOnlyList<Node> nodes)
    {
        if (HasChanged(nodes)) return false;
        for (var i = 0; i < _listed.Length; i++)
        {
            if (_listed[i].List(nodes[i])) context.Zones.Add(_listed[i].Place.Zone);
        }

        return true;
    }

    /// <summary>A node that is new, also to a process that has just started, loses its NoExecute taints.</summary>
    /// <param name="nodes">In name order.</param>
    /// <param name="drawn">Takes their records in the order of a map.</param>
    public IEnumerable<Wait> Observe(IReadOnlyList<Node> nodes, List<HealthRecord> drawn)
    {
        var former = _listed;
        if (!TryList(nodes))
        {
            _listed = [.. nodes.Select(node => Of(node.Name))];
            TryList(nodes);
        }

        drawn.AddRange(_listed);
        context.Hosting.Order.Shuffle(drawn);
        foreach (var record in drawn)
        {
            if (record.IsKnown) continue;
            context.TellOfNode(record.Name, "RegisteredNode", $"Registered Node {record.Name} in Controller");
            record.IsKnown = true;
            foreach (var wait in Reachability.Restore(context, record.Listed)) yield return wait;
        }

        if (!ReferenceEquals(former, _listed)) Forget(former);
    }

    public void RestartTimers()
    {
        foreach (var record in _listed) record.Restart(context.Now);
    }

    /// <summary>The nodes are others than those of the last pass.</summary>
    private bool HasChanged(IReadOnlyList<Node> nodes)
    {
        if (nodes.Count != _listed.Length) return true;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!ReferenceEquals(nodes[i].Name, _listed[i].Name) && nodes[i].Name != _listed[i].Name) return true;
        }

        return false;
    }

    private HealthRecord Of(string name)
    {
        if (_records.TryGetValue(name, out var record)) return record;
        _records.Add(name, record = new HealthRecord(name, context.Hosting.Leases.Of(name)));
        return record;
    }

    private void Forget(HealthRecord[] former)
    {
        HashSet<HealthRecord> listed = [.. _listed];
        foreach (var record in former)
        {
            if (!record.IsKnown || listed.Contains(record)) continue;
            record.IsKnown = false;
            context.TellOfNode(record.Name, "RemovingNode", $"Removing Node {record.Name} from Controller");
        }
    }
}
