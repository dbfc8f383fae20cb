using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>Pre-scores, scores, normalizes, checks the range and adds up.</summary>
public sealed class Scorer(Profile profile)
{
    /// <summary>Weighted sums aligned with the nodes; null and what is wrong if the pass fails.</summary>
    public long[]? Totals(Pass pass, IReadOnlyList<NodeState> fit, out string error)
    {
        if (PreScore(pass, fit) is { } fault)
        {
            error = fault;
            return null;
        }

        var columns = new List<(WeightedScore Entry, long[] Scores)>();
        foreach (var entry in profile.Scores)
        {
            if (Raw(entry, pass, fit, out error) is not { } scores) return null;
            columns.Add((entry, scores));
        }

        return Sum(pass, fit, columns, out error);
    }

    /// <summary>Null if all went well.</summary>
    public string? PreScore(Pass pass, IReadOnlyList<NodeState> fit)
    {
        foreach (var plugin in profile.PreScores)
        {
            if (plugin.PreScore(pass, fit) is { } status) return $"running PreScore plugin \"{plugin.Name}\": {status.Reasons[0]}";
        }

        return null;
    }

    /// <summary>Aligned with the nodes; null if the plug-in fails.</summary>
    public static long[]? Raw(WeightedScore entry, Pass pass, IReadOnlyList<NodeState> fit, out string error)
    {
        error = "";
        var scores = new long[fit.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = entry.Score.Score(pass, fit[i], out var fault);
            if (fault is not null) error = $"running score plugin for node \"{fit[i].Name}\": {entry.Name}: {fault}";
        }

        return error.Length == 0 ? scores : null;
    }

    private static long[]? Sum(
        Pass pass, IReadOnlyList<NodeState> fit, List<(WeightedScore Entry, long[] Scores)> columns, out string error)
    {
        error = "";
        var totals = new long[fit.Count];
        foreach (var (entry, scores) in columns) entry.Normalize?.Normalize(pass, fit, scores);
        foreach (var (entry, scores) in columns)
        {
            for (var i = 0; i < totals.Length; i++)
            {
                if (scores[i] is < 0 or > 100)
                {
                    error = $"score plugin \"{entry.Name}\" returns an invalid score {scores[i]}, it should be in the range of [0, 100] "
                        + "after normalizing";
                }
                totals[i] += scores[i] * entry.Weight;
            }
        }

        return error.Length == 0 ? totals : null;
    }
}
