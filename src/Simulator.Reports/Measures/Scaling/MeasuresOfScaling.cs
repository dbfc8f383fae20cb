namespace Simulator.Reports.Measures.Scaling;

/// <summary>How horizontal autoscalers reacted.</summary>
internal sealed class MeasuresOfScaling(RunRecorder run, MeasureSet measures)
{
    private static readonly (string Name, ReactionStepKind Kind)[] Steps =
    [
        ("toDecision", ReactionStepKind.Decision),
        ("toMachine", ReactionStepKind.Machine),
        ("toNode", ReactionStepKind.Node),
        ("toPods", ReactionStepKind.Pod),
        ("toPromise", ReactionStepKind.Promise),
    ];

    public void Add()
    {
        AddCpu();
        AddProvision();
        AddReactions();
        var lives = run.Autoscalers.ToList();
        if (lives.Count == 0) return;
        var end = run.Scenario.Duration;
        var decisions = lives.SelectMany(life => life.Decisions).ToList();
        measures.AddCount("scaling.up", decisions.Count(decision => decision.IsUp));
        measures.AddCount("scaling.down", decisions.Count(decision => !decision.IsUp));
        measures.AddSeconds("scaling.blindSeconds", lives.Sum(life => life.BlindSecondsAt(end)));
        measures.AddSeconds("scaling.cappedReplicaSeconds", lives.Sum(life => life.CappedAt(end)));
        double[] spans = [.. decisions.Where(decision => decision is { IsUp: true, WholeAt: not null })
            .Select(decision => (decision.WholeAt!.Value - decision.At).TotalSeconds)
            .Order()];
        measures.AddPercentiles("scaling.upToReady", spans, [("p50", 0.5), ("max", 1)]);
    }

    private void AddCpu()
    {
        if (run.Cpu.Count == 0) return;
        var total = run.Totals.Cpu.Total;
        measures.AddHours("cpu.requested", total.Requested);
        measures.AddHours("cpu.used", total.Used);
        if (total.Requested > 0) measures.AddShare("cpu.usedShare", total.Used / total.Requested);
    }

    private void AddProvision()
    {
        var demands = run.Clusters.SelectMany(cluster => cluster.Scaling.Demands).ToList();
        if (demands.Count == 0) return;
        var end = run.Scenario.Duration;
        measures.AddHours("scaling.podHoursMissing", demands.Sum(demand => demand.MissingAt(end)));
        measures.AddHours("scaling.podHoursIdle", demands.Sum(demand => demand.IdleAt(end)));
    }

    private void AddReactions()
    {
        var reactions = Reactions.Of(run);
        if (Reactions.Longest(reactions) is not { } longest) return;
        double[] times = [.. reactions.Select(reaction => reaction.Took.TotalSeconds).Order()];
        measures.AddPercentiles("scaling.reaction", times, [("p50", 0.5), ("max", 1)]);
        foreach (var (name, kind) in Steps) measures.AddSeconds($"scaling.reaction.{name}", longest.TimeOf(kind));
    }
}
