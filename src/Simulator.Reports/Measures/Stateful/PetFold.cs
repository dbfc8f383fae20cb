using Simulator.World.Observations;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Folds the facts of one cluster's PetSets.</summary>
internal sealed class PetFold(string cluster, IReadOnlyDictionary<string, PodLife> pods)
{
    private readonly Dictionary<string, PetSetLife> _sets = new(StringComparer.Ordinal);
    private readonly List<OverlapLife> _overlaps = [];

    public IReadOnlyCollection<PetSetLife> Sets => _sets.Values;

    public IReadOnlyList<OverlapLife> Overlaps => _overlaps;

    public void OnScaled(string set, int desired)
    {
        if (!_sets.TryGetValue(set, out var life)) _sets.Add(set, life = new PetSetLife(cluster, set));
        life.Scale(desired);
    }

    public void OnCreated(PodLife pod)
    {
        if (_sets.TryGetValue(pod.Owner, out var set)) pod.Pet = set.Begin(pod);
    }

    public void OnMember(in Observation fact)
    {
        if (pods.TryGetValue(fact.Subject, out var pod)) pod.Pet?.SetBehind(fact.At, fact.Other == "CatchingUp");
    }

    public void OnInitialized(in Observation fact)
    {
        if (pods.TryGetValue(fact.Subject, out var pod) && pod.Pet is { } pet) pet.InitializedAt = fact.At;
    }

    public void OnOverlapBegan(in Observation fact)
    {
        var bar = fact.Other.IndexOf('|', StringComparison.Ordinal);
        var (old, fresh) = bar < 0 ? (fact.Other, "") : (fact.Other[..bar], fact.Other[(bar + 1)..]);
        _overlaps.Add(new OverlapLife(cluster, fact.Subject, old, fresh, fact.At, null));
    }

    public void OnOverlapEnded(in Observation fact)
    {
        var subject = fact.Subject;
        var open = _overlaps.FindLastIndex(overlap => overlap.Pod == subject && overlap.To is null);
        if (open >= 0) _overlaps[open] = _overlaps[open] with { To = fact.At };
    }
}
