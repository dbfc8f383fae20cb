using System.Text.Json;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>
/// Measured runs of the autoscaler: every change of replicas in the same order, from and to the same number, within 5 s or 5 % of its time.
/// </summary>
public sealed class TimelineKind : IConformanceKind
{
    private const double Seconds = 5;

    private const double Share = 0.05;

    public string Kind => "hpa-timeline";

    public string Agreement => "agree";

    /// <summary>These files do not name their kind.</summary>
    public bool Recognizes(JsonElement recording) =>
        recording.TryGetProperty("samplingMode", out _) && recording.TryGetProperty("events", out _)
        && recording.TryGetProperty("marks", out _);

    public string? Difference(JsonElement recording)
    {
        var timeline = new Timeline(recording);
        var run = Simulate(timeline);
        var (recorded, simulated) = (timeline.Decisions, run.Decisions);
        for (var i = 0; i < Math.Max(recorded.Count, simulated.Count); i++)
        {
            if (i >= recorded.Count) return $"decision {i + 1} is {simulated[i]}, recorded nothing more";
            if (i >= simulated.Count) return $"decision {i + 1} is missing, recorded {recorded[i]}";
            if (!Agree(simulated[i], recorded[i])) return $"decision {i + 1} is {simulated[i]}, recorded {recorded[i]}";
        }

        return run.IsFrozen == timeline.IsFrozen ? null
            : $"status writes are {(run.IsFrozen ? "refused" : "accepted")}, recorded otherwise";
    }

    /// <summary>What both did, decision by decision.</summary>
    public static IReadOnlyList<(string Recorded, string Simulated)> Compare(JsonElement recording)
    {
        var timeline = new Timeline(recording);
        var (recorded, simulated) = (timeline.Decisions, Simulate(timeline).Decisions);
        return
        [
            .. Enumerable.Range(0, Math.Max(recorded.Count, simulated.Count)).Select(i => (At(recorded, i), At(simulated, i))),
        ];

        static string At(IReadOnlyList<TimelineDecision> decisions, int i) => i < decisions.Count ? decisions[i].ToString() : "nothing";
    }

    /// <summary>
    /// Where all objects were touched at once it matters in which place of the row this one stood: the one whose first pass came when the
    /// recorded one did.
    /// </summary>
    private static TimelineRun Simulate(Timeline timeline) => timeline.Touched is null
        ? new TimelineRun(timeline, 0).Run()
        : Enumerable.Range(0, TimelineRun.Autoscalers).Select(place => new TimelineRun(timeline, place).Run())
            .MinBy(run => Math.Abs(run.PassAfterTouch - timeline.PassAfterTouch))!;

    private static bool Agree(TimelineDecision simulated, TimelineDecision recorded) =>
        (simulated.From, simulated.To) == (recorded.From, recorded.To)
        && Math.Abs(simulated.At - recorded.At) <= Math.Max(Seconds, Share * Math.Abs(recorded.At));
}
