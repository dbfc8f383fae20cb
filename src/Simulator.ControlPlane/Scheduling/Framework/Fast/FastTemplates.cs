using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Templates that were placed of late, and what is remembered of nodes for the last shapes of them.</summary>
internal sealed class FastTemplates(Profile profile, SchedulerState state, FastCluster cluster, int compared)
{
    private const int TemplatesMax = 4096;

    private const int ShapesMax = 4096;

    /// <summary>Memories hold 40 bytes a node each, 80 MB in all; the oldest serves again.</summary>
    private const int MemoryNodesMax = 2_000_000;

    private const int MemoriesMin = 48;

    private readonly bool _hasLate = FastSupport.Late(profile).Any();

    private readonly Dictionary<TemplateKey, FastTemplate> _templates = [];

    /// <summary>Rules of somebody's own, who may look at anything of a pod.</summary>
    private readonly IOwnNodeRule[] _own =
        [.. profile.Filters.OfType<IOwnNodeRule>(), .. profile.Scores.Select(score => score.Score).OfType<IOwnNodeRule>()];

    private readonly Dictionary<string, LocalShape> _shapes = new(StringComparer.Ordinal);

    private readonly List<LocalShape> _remembered = [];

    private long _uses;

    private (int Nodes, int Groups) _epoch;

    public FastTemplate Of(Pod pod)
    {
        Freshen();
        var own = OwnText(pod);
        var key = new TemplateKey(pod, own);
        var owners = state.Objects.Owners.VersionOf(pod.Namespace);
        if (_templates.TryGetValue(key, out var known) && known.Owners == owners) return known;
        if (_templates.Count >= TemplatesMax) _templates.Clear();
        var pass = new Pass(pod, cluster.Nodes, state.Objects, profile.Settings);
        var made = new FastTemplate(pass, profile, cluster, cluster.Epoch, owners, ShapeOf(pod, own));
        Freshen();
        _templates[key] = made;
        return made.Epoch == cluster.Epoch ? made : Of(pod);
    }

    public NodeMemory MemoryOf(FastTemplate template)
    {
        var shape = template.Shape;
        shape.LastUse = ++_uses;
        if (shape.Memory is { } memory) return memory;
        memory = TakeOldest() ?? new NodeMemory(cluster.Nodes.Count, compared, hasLate: _hasLate);
        _remembered.Add(shape);
        return shape.Memory = memory;
    }

    private string OwnText(Pod pod)
    {
        if (_own.Length == 0) return "";
        var text = new ShapeText();
        foreach (var rule in _own) rule.Describe(pod, text);
        return text.ToString();
    }

    private LocalShape ShapeOf(Pod pod, string own)
    {
        var text = LocalText.Of(pod, cluster.AnyKeepsOwnersAway) + own;
        if (_shapes.TryGetValue(text, out var known)) return known;
        if (_shapes.Count >= ShapesMax) _shapes.Clear();
        _shapes.Add(text, known = new LocalShape());
        return known;
    }

    private NodeMemory? TakeOldest()
    {
        if (_remembered.Count < Math.Max(MemoriesMin, MemoryNodesMax / cluster.Nodes.Count)) return null;
        var oldest = 0;
        for (var i = 1; i < _remembered.Count; i++)
        {
            if (_remembered[i].LastUse < _remembered[oldest].LastUse) oldest = i;
        }

        var memory = _remembered[oldest].Memory!;
        _remembered[oldest].Memory = null;
        _remembered.RemoveAt(oldest);
        memory.Clear();
        return memory;
    }

    private void Freshen()
    {
        if (_epoch == cluster.Epoch) return;
        if (_epoch.Nodes != cluster.Epoch.Nodes)
        {
            _shapes.Clear();
            _remembered.Clear();
        }

        _epoch = cluster.Epoch;
        _templates.Clear();
    }
}
