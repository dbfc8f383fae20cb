namespace Simulator.Reports.Measures.Scaling;

/// <summary>
/// How an autoscaler caught up with a load that had exceeded its target: the way of the pod that was the last one needed. Each step ends
/// where the next begins.
/// </summary>
/// <param name="LoadAt">When it began to exceed the target by more than the tolerance, or pods that served it were lost.</param>
/// <param name="Steps">In their order; what took no time, or was not needed, is left out.</param>
internal sealed record Reaction(AutoscalerLife Scaler, TimeSpan LoadAt, IReadOnlyList<ReactionStep> Steps)
{
    /// <summary>Decisions to grow up to the one that asked for the pod, this one included.</summary>
    public required int Decisions { get; init; }

    /// <summary>The first of them.</summary>
    public required TimeSpan FirstDecisionAt { get; init; }

    /// <summary>When users had what they are promised again; null: they had it all the time, or not before the run's end.</summary>
    public TimeSpan? PromiseKeptAt { get; init; }

    /// <summary>They did not have it before the run's end.</summary>
    public bool IsPromiseBroken { get; init; }

    public TimeSpan Took => Steps.Count == 0 ? TimeSpan.Zero : Steps[^1].Until - LoadAt;

    /// <summary>Zero where it was not needed.</summary>
    public TimeSpan TimeOf(ReactionStepKind kind)
    {
        var from = LoadAt;
        foreach (var step in Steps)
        {
            if (step.Kind == kind) return step.Until - from;
            from = step.Until;
        }

        return TimeSpan.Zero;
    }
}

internal readonly record struct ReactionStep(ReactionStepKind Kind, TimeSpan Until);

internal enum ReactionStepKind
{
    /// <summary>Until the autoscaler of pods decided.</summary>
    Decision,

    /// <summary>Until the autoscaler of machines asked for one.</summary>
    Machine,

    /// <summary>Until its node was Ready.</summary>
    Node,

    /// <summary>Until the pod was ready and served.</summary>
    Pod,

    /// <summary>Until users had what they are promised.</summary>
    Promise,
}
