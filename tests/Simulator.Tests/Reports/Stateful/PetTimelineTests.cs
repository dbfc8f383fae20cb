using System.Globalization;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Pets;
using Simulator.Reports.Plots.Timelines;
using Xunit;

namespace Simulator.Tests.Reports.Stateful;

public sealed class PetTimelineTests
{
    [Fact]
    public void Each_pet_that_was_away_has_a_lane_and_the_application_one_of_its_writes() => Assert.Equal(
        """
        60.95-920.05
        zk-2: 100~823 60.95-100 810-823 823-920.05 | back on n1 after 12:03
        zk-4: 100~881 60.95-100 881-920.05 | back on n3 after 13:01
        zk: writes: 60.95-100 172-920.05 100-172 | had no quorum for 1 min 12 s
        key: runs in a, runs in b, runs in c, catches up, away, takes writes, does not
        """,
        TextOf(PetRun.Recovered),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_pet_that_ran_on_is_not_drawn_as_away()
    {
        var text = TextOf(PetRun.Settled + "136 PodNotReady default/zk-2 n5\n350 PodReady default/zk-2 n5\n1000 RunEnded east");
        Assert.Contains("| called not ready for 3:34, but ran on", text, StringComparison.Ordinal);
        Assert.Contains("runs in c, runs, called not ready, takes writes", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_pets_the_number_is_drawn()
    {
        var facts = string.Join(
            '\n',
            Enumerable.Range(0, 40).Select(i => $"{10 + i} PodCreated default/zk-{i} default/zk\n{10 + i} PodServing default/zk-{i} "
                + $"n1\n{10 + i} PodReady default/zk-{i} n1\n{10 + i} MemberChanged default/zk-{i} InSync"));
        var text = TextOf($"0 WorkloadScaled default/zk PetSet 40\n{facts}\n60 StateChanged default/zk Writable\n1000 RunEnded east");
        Assert.Contains("zk: pets there:  | 40 of 40 at the end", text, StringComparison.Ordinal);
        Assert.Contains("zk: in sync:  | 40 of 40 at the end", text, StringComparison.Ordinal);
    }

    /// <summary>A third of the pets lost must not look like all of them.</summary>
    [Fact]
    public void A_number_of_pets_is_drawn_from_nothing_and_at_its_lowest_after_the_start()
    {
        var facts = string.Join(
            '\n',
            Enumerable.Range(0, 40).Select(i => $"0 PodCreated default/zk-{i} default/zk\n0 PodServing default/zk-{i} n1\n0 PodReady "
                + $"default/zk-{i} n1\n50 PodNotReady default/zk-{i} n1"));
        var back = string.Join('\n', Enumerable.Range(0, 38).Select(i => $"{100 + i} PodReady default/zk-{i} n1"));
        var lane = Draw("0 WorkloadScaled default/zk PetSet "
            + $"40\n{string.Join('\n', facts.Split('\n').OrderBy(line => line.StartsWith("50", StringComparison.Ordinal)))}\n{back}"
            + "\n1000 RunEnded east")!.Lanes[0];
        Assert.Equal((0.0, "38 of 40 at the end, 0 at the lowest"), (lane.CurveFrom, lane.Notes[0].Text));
        Assert.Equal(0.95, lane.Curve[^1].Value);
    }

    [Fact]
    public void Where_nothing_happened_to_a_pet_there_is_no_picture() => Assert.Null(Draw(PetRun.Settled + "1000 RunEnded east"));

    private static Timeline? Draw(string facts)
    {
        var run = TinyRun.Record(facts, PetRun.Scenario);
        return PetTimelines.Of(TinyRun.SumUp(run), run);
    }

    private static string TextOf(string facts)
    {
        var timeline = Draw(facts)!;
        var lanes = timeline.Lanes.Select(lane => $"{lane.Name}: {string.Join(' ', lane.Bars.Select(TextOf))} | "
            + $"{string.Join(" / ", lane.Notes.Select(note => note.Text))}");
        var span = string.Create(CultureInfo.InvariantCulture, $"{timeline.From:0.##}-{timeline.To:0.##}");
        return string.Join('\n', [span, .. lanes, $"key: {string.Join(", ", timeline.Key.Select(entry => entry.Text))}"]);
    }

    private static string TextOf(LaneBar bar) =>
        string.Create(CultureInfo.InvariantCulture, $"{bar.From:0.##}{(bar.Kind == LaneBarKind.Waiting ? "~" : "-")}{bar.To:0.##}");
}
