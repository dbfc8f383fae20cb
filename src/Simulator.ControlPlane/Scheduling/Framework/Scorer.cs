using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>Pre-scores, scores, normalizes, checks the range and adds up.</summary>
public sealed class Scorer(Profile profile)
{
    /// <summary>Weighted sums aligned with the nodes; null and what is wrong if the pass fails.</summary>
    public long[]? Totals(Pass pass, IReadOnlyList<NodeState> fit, out string error)
    {
        if (Columns(pass, fit, out error) is not { } columns) return null;
        var totals = new long[fit.Count];
        foreach (var (entry, scores) in columns)
        {
            for (var i = 0; i < totals.Length; i++) totals[i] += scores[i] * entry.Weight;
        }

        return totals;
    }

    /// <summary>What each plug-in gives, from 0 to 100; null and what is wrong if the pass fails.</summary>
    public IReadOnlyList<(WeightedScore Entry, long[] Scores)>? Columns(Pass pass, IReadOnlyList<NodeState> fit, out string error)
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

        foreach (var (entry, scores) in columns) entry.Normalize?.Normalize(pass, fit, scores);
        error = RangeFault(columns);
        return error.Length == 0 ? columns : null;
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

    private static string RangeFault(List<(WeightedScore Entry, long[] Scores)> columns)
    {
        var error = "";
        foreach (var (entry, scores) in columns)
        {
            foreach (var score in scores)
            {
                if (score is >= 0 and <= 100) continue;
                error = $"score plugin \"{entry.Name}\" returns an invalid score {score}, it should be in the range of [0, 100] "
                    + "after normalizing";
            }
        }

        return error;
    }
}
