namespace Simulator.Reports.Measures.Scaling;

/// <summary>Finds in a run which loads autoscalers caught up with, and how.</summary>
internal static class Reactions
{
    /// <summary>
    /// Loads that exceeded a target until a pod was ready, with a decision to grow in between; cluster by cluster, in the order of the
    /// autoscalers, then of time.
    /// </summary>
    public static IReadOnlyList<Reaction> Of(RunRecorder run) => [.. run.Clusters.SelectMany(cluster => OfCluster(cluster.Scaling))];

    /// <summary>The longest one, the first of those that took as long; null if there is none.</summary>
    public static Reaction? Longest(IReadOnlyList<Reaction> reactions) => reactions.MaxBy(reaction => reaction.Took);

    private static IEnumerable<Reaction> OfCluster(ScalingFold scaling)
    {
        foreach (var life in scaling.Lives)
        {
            if (scaling.DemandOf(life.Target) is not { } demand) continue;
            List<ScalingDecision> ups = [.. life.Decisions.Where(decision => decision.IsUp)];
            var next = 0;
            foreach (var excess in demand.Excess.All)
            {
                while (next < ups.Count && ups[next].At < excess.From) next++;
                if (next == ups.Count) break;
                if (excess is not { Until: { } until, EndedBy: { } pod } || ups[next].At > until) continue;
                List<TimeSpan> decisions = [.. ups.Skip(next).Select(up => up.At).TakeWhile(at => at <= pod.CreatedAt)];
                if (decisions.Count == 0) decisions.Add(ups[next].At);
                yield return Of(life, excess, decisions, [.. demand.Services.Select(scaling.PromiseOf).OfType<PromiseLife>()]);
            }
        }
    }

    private static Reaction Of(AutoscalerLife life, Episode excess, List<TimeSpan> decisions, List<PromiseLife> promises)
    {
        var (until, node) = (excess.Until!.Value, excess.EndedBy!.Node);
        List<ReactionStep> steps = [];
        var broken = promises.SelectMany(promise => promise.Broken.All)
            .Where(episode => episode.From <= until && (episode.Until ?? TimeSpan.MaxValue) > excess.From)
            .ToList();
        var isBroken = broken.Exists(episode => episode.Until is null);
        var kept = isBroken || broken.Count == 0 ? null : broken.Max(episode => episode.Until);
        Add(ReactionStepKind.Decision, decisions[^1]);
        if (node?.RequestedAt >= decisions[^1]) Add(ReactionStepKind.Machine, node.RequestedAt);
        Add(ReactionStepKind.Node, node?.FirstReadyAt);
        Add(ReactionStepKind.Pod, until);
        Add(ReactionStepKind.Promise, kept);
        return new Reaction(life, excess.From, steps)
        {
            Decisions = decisions.Count,
            FirstDecisionAt = decisions[0],
            PromiseKeptAt = kept,
            IsPromiseBroken = isBroken,
        };

        void Add(ReactionStepKind kind, TimeSpan? at)
        {
            var last = steps.Count > 0 ? steps[^1].Until : excess.From;
            if (at is { } moment && moment > last && (moment <= until || kind == ReactionStepKind.Promise))
            {
                steps.Add(new ReactionStep(kind, moment));
            }
        }
    }
}
