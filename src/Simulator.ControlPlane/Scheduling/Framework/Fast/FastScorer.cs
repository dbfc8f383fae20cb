using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Sums of all scores of the nodes that fit, from what is remembered of each.</summary>
internal sealed class FastScorer
{
    private readonly WeightedScore[] _compared;

    private readonly FastCluster _cluster;

    private readonly WeightedScore? _spread;

    private readonly WeightedScore? _attraction;

    /// <summary>A power of two.</summary>
    private const int Slots = 8;

    private readonly long[] _crowds = new long[Slots];

    private readonly long[] _crowdScores = new long[Slots];

    /// <summary>Whether a compared score tells the nodes of this pass apart.</summary>
    private readonly bool[] _differs;

    /// <summary>What each compared score, weighted, makes of nothing but zeros.</summary>
    private readonly long[] _ofNothing;

    private long[] _totals = [];

    private long[] _raw = [];

    private int[] _scratch = [];

    public FastScorer(Profile profile, WeightedScore[] compared, FastCluster cluster)
    {
        (_compared, _cluster) = (compared, cluster);
        _differs = new bool[compared.Length];
        _ofNothing = Array.ConvertAll(compared, OfNothing);
        _spread = profile.Scores.FirstOrDefault(score => score.Name == PluginNames.PodTopologySpread);
        _attraction = profile.Scores.FirstOrDefault(score => score.Name == PluginNames.InterPodAffinity);
    }

    /// <summary>Aligned with the nodes; valid until the next call.</summary>
    public ReadOnlySpan<long> Totals(FastTemplate template, NodeMemory memory, ReadOnlySpan<int> fit)
    {
        if (_totals.Length < fit.Length) (_totals, _raw) = (new long[fit.Length], new long[fit.Length]);
        var totals = _totals.AsSpan(0, fit.Length);
        var same = Same(template, memory, fit);
        for (var i = 0; i < fit.Length; i++) totals[i] = memory.Sums[fit[i]] + same;
        for (var k = 0; k < _compared.Length; k++)
        {
            if (_differs[k]) AddCompared(_compared[k], memory.Compared[k], fit, totals);
        }

        if (template.Soft.Length > 0 && _spread is not null) AddSpread(template, fit, totals, _spread.Weight);
        if (_attraction is not null) AddAttraction(template, fit, totals, _attraction);
        return totals;
    }

    /// <summary>What all nodes get alike: for scores that are 0 all round, and for spreading where there is nothing to spread.</summary>
    private long Same(FastTemplate template, NodeMemory memory, ReadOnlySpan<int> fit)
    {
        var same = template.Soft.Length == 0 && _spread is not null ? _spread.Weight * 100 : 0;
        for (var k = 0; k < _compared.Length; k++)
        {
            var (any, known) = (0L, memory.Compared[k]);
            for (var i = 0; memory.Given[k] > 0 && i < fit.Length; i++) any |= known[fit[i]];
            _differs[k] = any != 0;
            if (any == 0) same += _ofNothing[k];
        }

        return same;
    }

    private static long OfNothing(WeightedScore entry)
    {
        long[] scores = [0];
        entry.Normalize!.Normalize(null!, [], scores);
        return scores[0] * entry.Weight;
    }

    private static void AddCompared(WeightedScore entry, long[] known, ReadOnlySpan<int> fit, Span<long> totals)
    {
        var scores = new long[fit.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = known[fit[i]];
        entry.Normalize!.Normalize(null!, [], scores);
        for (var i = 0; i < totals.Length; i++) totals[i] += entry.Weight * scores[i];
    }

    private void AddAttraction(FastTemplate template, ReadOnlySpan<int> fit, Span<long> totals, WeightedScore entry)
    {
        if (template.Attractions.Length == 0) return;
        var scores = new long[fit.Length];
        foreach (var (weight, sums) in template.Attractions)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var value = sums.Topology.ValueOf[fit[i]];
                if (value >= 0) scores[i] += weight * sums.Sums[value];
            }
        }

        entry.Normalize!.Normalize(null!, [], scores);
        for (var i = 0; i < totals.Length; i++) totals[i] += entry.Weight * scores[i];
    }

    private void AddSpread(FastTemplate template, ReadOnlySpan<int> fit, Span<long> totals, long weight)
    {
        var raw = _raw.AsSpan(0, fit.Length);
        var (least, most) = Crowds(template, fit, raw);
        Array.Fill(_crowds, long.MinValue);
        Span<long> crowds = _crowds, scores = _crowdScores;
        for (var i = 0; i < raw.Length; i++)
        {
            var crowd = raw[i];
            if (crowd == -1) continue;
            var slot = (int)(crowd & (Slots - 1));
            if (crowds[slot] != crowd)
            {
                // Divisions are dear, and there are few different crowds.
                crowds[slot] = crowd;
                scores[slot] = weight * (most == 0 ? 100 : unchecked(100 * (most + least - crowd)) / most);
            }

            totals[i] += scores[slot];
        }
    }

    /// <summary>How crowded each node is; -1 of one that lacks a key. The least and the most of the others.</summary>
    private (long Least, long Most) Crowds(FastTemplate template, ReadOnlySpan<int> fit, Span<long> raw)
    {
        var terms = Terms(template, fit);
        var (least, most) = template.Eligible is null && terms.Length == 2
            ? CrowdsOfTwo(terms[0], terms[1], fit, raw)
            : CrowdsOfAny(template, terms, fit, raw);
        foreach (var constraint in template.Soft)
        {
            if (constraint.IsHostname) constraint.Group.Empty(_scratch);
        }

        return (least, most);
    }

    /// <summary>The usual case, spreading over zones and nodes by default, where nothing is to be asked node by node.</summary>
    private static (long Least, long Most) CrowdsOfTwo(SpreadTerm first, SpreadTerm second, ReadOnlySpan<int> fit, Span<long> raw)
    {
        SpreadTerm.Sum(first, second, fit, raw);
        var (least, most) = (long.MaxValue, 0L);
        foreach (var crowd in raw)
        {
            least = Math.Min(least, crowd);
            most = Math.Max(most, crowd);
        }

        return (least, most);
    }

    private static (long Least, long Most) CrowdsOfAny(
        FastTemplate template, SpreadTerm[] terms, ReadOnlySpan<int> fit, Span<long> raw)
    {
        var (least, most) = (long.MaxValue, 0L);
        for (var i = 0; i < fit.Length; i++)
        {
            if (template.Eligible is not null && IsIgnored(template, fit[i]))
            {
                raw[i] = -1;
                continue;
            }

            var crowd = raw[i] = Crowd(terms, fit[i]);
            least = Math.Min(least, crowd);
            most = Math.Max(most, crowd);
        }

        return (least, most);
    }

    private static long Crowd(SpreadTerm[] terms, int node)
    {
        var score = 0.0;
        foreach (var term in terms) score += term.Of(node);
        return (long)score;
    }

    private static bool IsIgnored(FastTemplate template, int node)
    {
        if (template.Eligible is null) return false;
        foreach (var constraint in template.Soft)
        {
            if (constraint.Topology.ValueOf[node] < 0) return true;
        }

        return false;
    }

    private SpreadTerm[] Terms(FastTemplate template, ReadOnlySpan<int> fit)
    {
        if (_scratch.Length < _cluster.Nodes.Count) _scratch = new int[_cluster.Nodes.Count];
        var there = fit.Length;
        for (var i = 0; template.Eligible is not null && i < fit.Length; i++) there -= IsIgnored(template, fit[i]) ? 1 : 0;
        var terms = new SpreadTerm[template.Soft.Length];
        for (var c = 0; c < terms.Length; c++)
        {
            var constraint = template.Soft[c];
            terms[c] = constraint.IsHostname
                ? SpreadTerm.OfNodes(constraint.Group.Filled(_scratch), there, constraint.Source.MaxSkew)
                : SpreadTerm.OfValues(constraint, SumsOf(template, constraint), ValuesIn(template, constraint, fit));
        }

        return terms;
    }

    private static int ValuesIn(FastTemplate template, FastConstraint constraint, ReadOnlySpan<int> fit)
    {
        var (seen, count) = (new bool[constraint.Topology.Count], 0);
        foreach (var node in fit)
        {
            if (IsIgnored(template, node) || seen[constraint.Topology.ValueOf[node]]) continue;
            seen[constraint.Topology.ValueOf[node]] = true;
            if (++count == seen.Length) break;
        }

        return count;
    }

    /// <summary>Pods in each value, on nodes on which the pod may be and that have all the keys.</summary>
    private static int[] SumsOf(FastTemplate template, FastConstraint constraint)
    {
        if (template.Eligible is not { } eligible) return constraint.Sums.Sums;
        var sums = new int[constraint.Topology.Count];
        for (var node = 0; node < eligible.Length; node++)
        {
            if (eligible[node]) sums[constraint.Topology.ValueOf[node]] += constraint.Group.On(node);
        }

        return sums;
    }
}
