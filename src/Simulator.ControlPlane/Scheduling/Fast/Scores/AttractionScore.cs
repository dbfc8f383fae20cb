using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>Preferred affinity and anti-affinity, both ways. Its plain twin is <see cref="InterPodAffinityPriority"/>.</summary>
internal sealed class AttractionScore(Pod exemplar, SchedulerSettings settings, FastScope scope) : IWideScore
{
    private readonly OwnTerm[] _own =
    [
        .. scope.TermsOf(exemplar.Spec.Affinity.Value?.PodAffinity?.Preferred, 1, exemplar),
        .. scope.TermsOf(exemplar.Spec.Affinity.Value?.PodAntiAffinity?.Preferred, -1, exemplar),
    ];

    private readonly ForeignTerms _foreign = new(exemplar, scope.State.Cache.Index.Terms);
    private readonly Attraction _attraction = new(scope, settings.FailureDomains);
    private long _max;
    private long _min;

    public Preparation Prepare(Marks marks)
    {
        // Both bounds start at 0, not at the first node.
        (_max, _min) = (0, 0);
        _attraction.Start(marks);
        if (Array.Exists(_own, term => term.IsBroken)) return Preparation.AskPlain;
        if (exemplar.Spec.Affinity.IsBroken || _foreign.AnyUnreadable) return Preparation.Fails;
        foreach (var term in _own)
        {
            foreach (var selected in term.Selected)
            {
                if (!_attraction.TryAdd(term.Term.TopologyKey, selected.Pods, term.Weight)) return Preparation.Fails;
            }
        }

        return TryAddForeign() ? Preparation.Ready : Preparation.Fails;
    }

    public void See(in Standing standing, int nodes)
    {
        var sum = SumOf(standing);
        (_max, _min) = (Math.Max(_max, sum), Math.Min(_min, sum));
    }

    public long Score(in Standing standing) => _max > _min ? (long)(10 * ((double)(SumOf(standing) - _min) / (_max - _min))) : 0;

    private long SumOf(in Standing standing) => _attraction.Of(standing.Key.Place) + standing.Attraction;

    private bool TryAddForeign()
    {
        foreach (var term in _foreign.UpToDate())
        {
            var weight = WeightOf(term);
            if (weight != 0 && (term.IsBroken || !_attraction.TryAdd(term.Term.TopologyKey, term.Owners, weight))) return false;
        }

        return true;
    }

    private int WeightOf(TermClass term) => term.Kind switch
    {
        TermKind.Preferred => term.Weight,
        TermKind.Required => settings.HardPodAffinitySymmetricWeight,
        _ => 0,
    };
}
