using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>The slowest reaction of a run in a sentence whose times add up.</summary>
internal static class ReactionText
{
    /// <summary>Null if no autoscaler caught up with a load.</summary>
    /// <param name="nameOf">An autoscaler as the run names it.</param>
    public static string? Of(IReadOnlyList<Reaction> reactions, Func<AutoscalerLife, string> nameOf)
    {
        if (Reactions.Longest(reactions) is not { } longest) return null;
        var often = reactions.Count == 1 ? "" : $", the slowest of {HumanNumber.Count(reactions.Count)} times";
        return $"The load of {nameOf(longest.Scaler)} exceeded its target from {HumanTime.Clock(longest.LoadAt.TotalSeconds)} on and was "
            + $"caught up with after {HumanTime.Long(Whole(longest.LoadAt + longest.Took) - Whole(longest.LoadAt))}{often}: "
            + $"{string.Join(", ", StepsOf(longest))}{AsPromised(longest)}.";
    }

    /// <summary>Of moments to whole seconds, so that the steps add up to the whole.</summary>
    private static IEnumerable<string> StepsOf(Reaction reaction)
    {
        var from = Whole(reaction.LoadAt);
        foreach (var step in reaction.Steps)
        {
            var until = Whole(step.Until);
            if (until > from) yield return $"{HumanTime.Long(until - from)} until {Words(step.Kind, reaction)}";
            from = until;
        }
    }

    private static string Words(ReactionStepKind kind, Reaction reaction) => kind switch
    {
        ReactionStepKind.Decision when reaction.Decisions > 1 =>
            $"the last of {HumanNumber.Count(reaction.Decisions)} decisions (the first after "
                + $"{HumanTime.Long(Whole(reaction.FirstDecisionAt) - Whole(reaction.LoadAt))})",
        ReactionStepKind.Decision => "it decided",
        ReactionStepKind.Machine => "a machine was requested",
        ReactionStepKind.Node => "its node was Ready",
        ReactionStepKind.Pod => "enough pods were ready",
        _ => "users were served as promised",
    };

    private static string AsPromised(Reaction reaction) => reaction switch
    {
        { IsPromiseBroken: true } => "; users were not served as promised again before the end",
        { PromiseKeptAt: { } kept } when kept <= reaction.LoadAt + reaction.Took && reaction.Steps[^1].Kind != ReactionStepKind.Promise =>
            $"; users were served as promised again after {HumanTime.Long(Whole(kept) - Whole(reaction.LoadAt))}",
        _ => "",
    };

    private static double Whole(TimeSpan moment) => Math.Round(moment.TotalSeconds, MidpointRounding.AwayFromZero);
}
