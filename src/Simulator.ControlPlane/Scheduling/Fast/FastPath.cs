using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast.Filters;
using Simulator.ControlPlane.Scheduling.Fast.Scores;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// A decision step by step: what the template shares is brought up to date, its own rules take nodes away, and the best of the rest is
/// chosen.
/// </summary>
internal sealed class FastPath
{
    private readonly FastAlgorithm _algorithm;
    private readonly PlainDecider _plain;
    private readonly ClusterState _state;
    private readonly FastLimits _limits;
    private readonly Places _places;
    private readonly FastScope _scope;
    private readonly Shapes _shapes;
    private readonly SpreadRoom _room;
    private readonly NodeMask _mask = new();
    private readonly Marks _marks;
    private readonly Choice _choice;
    private readonly Dictionary<TemplateKey, FastTemplate?> _templates = [];
    private int _shapeEpoch;

    public FastPath(FastAlgorithm algorithm, PlainDecider plain, ClusterState state, FastLimits limits)
    {
        (_algorithm, _plain, _state, _limits) = (algorithm, plain, state, limits);
        _places = new Places(state.Cache, algorithm.PlaceLabels);
        _scope = new FastScope(state, _places, Work);
        _shapes = new Shapes(algorithm, state, _places, limits, Work);
        _room = new SpreadRoom(state.Cache, limits);
        _marks = new Marks(Work);
        _choice = new Choice(algorithm, state);
    }

    public FastWork Work { get; } = new();

    /// <summary>Null if only the plain rule can tell.</summary>
    public Decision? Decide(Pod pod, ulong roundRobin)
    {
        var decision = TemplateOf(pod) is { } template ? Decide(pod, template, roundRobin) : null;
        if (decision is null) Work.Plain++;
        return decision;
    }

    private Decision? Decide(Pod pod, FastTemplate template, ulong roundRobin)
    {
        _places.CatchUp();
        template.Shape.CatchUp();
        if (template.Shape.HasUnjudged) return null;
        if (_state.Cache.CandidateCount == 0) return Decision.NoNodes;
        _mask.Fill(_state.Cache.Nodes.Count);
        foreach (var filter in template.Filters)
        {
            if (!filter.TryRestrict(_mask)) return null;
        }

        var failing = _mask.FirstFailing(template.Shape.Groups);
        if (failing >= 0) return Decision.Failed(_plain.Check(pod, _state.Cache.Nodes[failing]).Error!);
        var groups = template.UpToDateGroups();
        _marks.Start(groups, _mask);
        return _choice.Pick(template, groups, _mask, _marks, roundRobin);
    }

    private FastTemplate? TemplateOf(Pod pod)
    {
        if (_templates.Count >= _limits.Templates || _shapeEpoch != _shapes.Epoch) _templates.Clear();
        _shapeEpoch = _shapes.Epoch;
        var key = new TemplateKey(pod);
        if (!_templates.TryGetValue(key, out var template)) _templates.Add(key, template = TryMake(pod));
        return template;
    }

    private FastTemplate? TryMake(Pod pod)
    {
        // A pod without containers may be left out by a priority.
        if (pod.Spec.Containers.Count == 0) return null;
        var filters = new List<IFilter>();
        foreach (var predicate in _algorithm.Others)
        {
            if (!predicate.CanReject(pod)) continue;
            if (FilterTable.For(predicate, pod, _scope) is not { } filter) return null;
            filters.Add(filter);
        }

        var shape = _shapes.Of(pod);
        var wide = Array.ConvertAll(_algorithm.Wide, entry => (ScoreTable.For(entry.Priority, pod, shape, _scope, _room), entry.Weight));
        return new FastTemplate(shape, [.. filters], wide);
    }
}
