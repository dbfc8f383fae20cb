namespace Simulator.Reports.Measures.Scaling;

/// <summary>How horizontal autoscalers reacted.</summary>
internal sealed class MeasuresOfScaling(RunRecorder run, MeasureSet measures)
{
    public void Add()
    {
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
}
