using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>
/// Required affinity and anti-affinity: looks at the nodes of pods that a term selects or that carry one. Its plain twin is
/// <see cref="MatchInterPodAffinity"/>.
/// </summary>
internal sealed class AffinityFilter(Pod exemplar, SchedulerSettings settings, FastScope scope) : IFilter
{
    private readonly Parsed<Affinity> _affinity = exemplar.Spec.Affinity;
    private readonly OwnTerm[] _near = scope.TermsOf(exemplar.Spec.Affinity.Value?.PodAffinity?.Required, exemplar);
    private readonly OwnTerm[] _apart = scope.TermsOf(exemplar.Spec.Affinity.Value?.PodAntiAffinity?.Required, exemplar);
    private readonly ForeignTerms _foreign = new(exemplar, scope.State.Cache.Index.Terms);
    private readonly NearNodes _nodes = new(scope.Topologies, settings.FailureDomains);

    public bool TryRestrict(NodeMask mask)
    {
        if (_affinity.IsBroken) mask.TakeAll();
        foreach (var term in _near)
        {
            if (!TryKeepNear(term, mask)) return false;
        }

        foreach (var term in _apart)
        {
            if (!TryKeepApart(term, mask)) return false;
        }

        // Quirk: the anti-affinity of existing pods is looked at only if the new pod has such a section itself.
        if (_affinity.Value?.PodAntiAffinity is not null) KeepFromForeign(mask);
        return true;
    }

    private bool TryKeepNear(OwnTerm term, NodeMask mask)
    {
        var any = false;
        _nodes.Start(term.Term.TopologyKey, scope.NodeCount);
        foreach (var selected in term.Selected)
        {
            any |= selected.Pods.NodeCount > 0;

            // Whether the pod on a node that is gone or another one is met first is a matter of order.
            if (!_nodes.TryAdd(selected.Pods)) return false;
        }

        if (any) mask.KeepOnly(_nodes.Words);
        else if (!IsWaived(term.Term)) mask.TakeAll();
        return true;
    }

    /// <summary>The first pod of a group that wants to be together.</summary>
    private bool IsWaived(PodAffinityTerm term) =>
        (term.Namespaces?.Contains(exemplar.Namespace) ?? true)
        && PodAffinityMatcher.TrySelect(term, exemplar.Metadata.Labels, out var selectsItself) && selectsItself;

    private bool TryKeepApart(OwnTerm term, NodeMask mask)
    {
        if (term.IsBroken) return false;
        _nodes.Start(term.Term.TopologyKey, scope.NodeCount);
        foreach (var selected in term.Selected)
        {
            if (!_nodes.TryAdd(selected.Pods)) mask.TakeAll();
        }

        mask.Take(_nodes.Words);
        return true;
    }

    private void KeepFromForeign(NodeMask mask)
    {
        if (_foreign.AnyUnreadable) mask.TakeAll();
        foreach (var term in _foreign.UpToDate())
        {
            if (term.Kind != TermKind.RequiredAnti) continue;
            _nodes.Start(term.Term.TopologyKey, scope.NodeCount);
            if (term.IsBroken || !_nodes.TryAdd(term.Owners)) mask.TakeAll();
            else mask.Take(_nodes.Words);
        }
    }
}
