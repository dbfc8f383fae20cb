using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Templates that were placed of late, and what is remembered for the last of them.</summary>
internal sealed class FastTemplates(Profile profile, SchedulerState state, FastCluster cluster, int compared)
{
    private const int TemplatesMax = 4096;

    /// <summary>Memories hold a few numbers a node each; the oldest serves again.</summary>
    private const int MemoriesMax = 48;

    private readonly Dictionary<TemplateKey, FastTemplate> _templates = [];

    private readonly Dictionary<FastTemplate, LinkedListNode<(FastTemplate Template, NodeMemory Memory)>> _memories = [];

    private readonly LinkedList<(FastTemplate Template, NodeMemory Memory)> _byUse = [];

    private (int Nodes, int Groups) _epoch;

    public FastTemplate Of(Pod pod)
    {
        Freshen();
        var key = new TemplateKey(pod);
        var owners = state.Objects.Owners.VersionOf(pod.Namespace);
        if (_templates.TryGetValue(key, out var known) && known.Owners == owners) return known;
        if (_templates.Count >= TemplatesMax) _templates.Clear();
        var pass = new Pass(pod, cluster.Nodes, state.Objects, profile.Settings);
        var made = new FastTemplate(pass, profile, cluster, cluster.Epoch, owners);
        Freshen();
        _templates[key] = made;
        return made.Epoch == cluster.Epoch ? made : Of(pod);
    }

    public NodeMemory MemoryOf(FastTemplate template)
    {
        if (_memories.TryGetValue(template, out var place))
        {
            _byUse.Remove(place);
            _byUse.AddFirst(place);
            return place.Value.Memory;
        }

        var memory = TakeOldest() ?? new NodeMemory(cluster.Nodes.Count, compared);
        _memories.Add(template, _byUse.AddFirst((template, memory)));
        return memory;
    }

    private NodeMemory? TakeOldest()
    {
        if (_byUse.Count < MemoriesMax) return null;
        var (template, memory) = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _memories.Remove(template);
        memory.Clear();
        return memory;
    }

    private void Freshen()
    {
        if (_epoch == cluster.Epoch) return;
        _epoch = cluster.Epoch;
        _templates.Clear();
        _memories.Clear();
        _byUse.Clear();
    }
}
