using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>Node preferences made ready. Those of weight 0 and empty ones ask for nothing.</summary>
public sealed class PreferredTerms
{
    private readonly (int Weight, NodeTerm Term)[] _terms;

    private PreferredTerms((int Weight, NodeTerm Term)[] terms) => _terms = terms;

    public bool IsEmpty => _terms.Length == 0;

    /// <summary>Null if a term that asks for something is wrong.</summary>
    public static PreferredTerms? Parse(IReadOnlyList<PreferredSchedulingTerm> terms)
    {
        var ready = new List<(int Weight, NodeTerm Term)>();
        foreach (var (weight, preference) in terms)
        {
            if (weight == 0 || NodeTerm.IsEmpty(preference)) continue;
            if (NodeTerm.Parse(preference) is not { } term) return null;
            ready.Add((weight, term));
        }

        return new PreferredTerms([.. ready]);
    }

    /// <summary>The sum of the weights of those that match.</summary>
    public long Score(LabelSet labels, string name)
    {
        var score = 0L;
        foreach (var (weight, term) in _terms)
        {
            if (term.Matches(labels, name)) score += weight;
        }

        return score;
    }
}
