using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>What each daemon set makes of its template, and what it has found of the nodes: worked out once.</summary>
/// <param name="revisionOf">The hash of a set's template; the controller keeps no history of revisions.</param>
internal sealed class DaemonTemplates(Func<DaemonSet, string> revisionOf)
{
    private readonly Dictionary<ObjectKey, DaemonTemplate> _known = [];

    public DaemonTemplate Of(DaemonSet set)
    {
        if (_known.TryGetValue(set.Key, out var known) && ReferenceEquals(known.Source, set.Template)) return known;
        return _known[set.Key] = new DaemonTemplate(set.Template, revisionOf(set));
    }

    public void Forget(ObjectKey set) => _known.Remove(set);
}

/// <summary>A daemon set's template as its pods carry it.</summary>
internal sealed class DaemonTemplate
{
    private readonly Dictionary<string, (Node Node, NodeFit Fit)> _fits = new(StringComparer.Ordinal);
    private readonly DaemonFit _fit;

    public DaemonTemplate(PodTemplate source, string hash)
    {
        (Source, Hash, Made) = (source, hash, DaemonPod.Of(source, hash));
        _fit = new DaemonFit(Made);
    }

    public PodTemplate Source { get; }

    public string Hash { get; }

    public PodTemplate Made { get; }

    /// <summary>Asked of every node at every sync, and answered anew only where the node has changed.</summary>
    public NodeFit FitOn(Node node)
    {
        if (_fits.TryGetValue(node.Name, out var known) && ReferenceEquals(known.Node, node)) return known.Fit;
        var fit = _fit.On(node);
        _fits[node.Name] = (node, fit);
        return fit;
    }

    /// <summary>Of a version of a node that is not the present one.</summary>
    public NodeFit FitOnFormer(Node node) => _fit.On(node);

    public bool IsOf(Pod pod) => Hash.Length > 0 && pod.Metadata.Labels.ValueOrEmpty(WellKnownLabels.ControllerRevisionHash) == Hash;
}
