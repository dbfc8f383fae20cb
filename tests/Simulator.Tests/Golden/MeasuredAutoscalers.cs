using System.Text.Json;
using Simulator.Scenarios.Conformance;
using Simulator.Scenarios.Conformance.Timelines;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>Measured runs of the real horizontal autoscaler: every decision in the same order, within 5 s or 5 %.</summary>
public sealed class MeasuredAutoscalers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "autoscaler");

    [Fact]
    public void Agree()
    {
        var result = Assert.Single(ConformanceRunner.Run([Folder]));
        Assert.True(result.IsPerfect, $"{result}\n{string.Join('\n', result.FirstDifferences)}");
        Assert.Equal("hpa-timeline: 8 of 8 agree", result.ToString());
    }

    /// <summary>The table people read is the one that was just computed.</summary>
    [Fact]
    public void Stand_side_by_side_in_the_page()
    {
        var rows = RecordingFiles.Find([Folder]).SelectMany(Rows).ToList();
        var table = string.Join('\n', rows);
        Page.Says(Path.Combine("tests", "README.md"), table, table[..table.IndexOf('|', 2)], line => !line.StartsWith('|'));
    }

    [Theory]
    [InlineData(0.2, false)]
    [InlineData(0.75, true)]
    public void A_frozen_status_follows_from_the_place_in_the_row(double passAfterTouch, bool isFrozen)
    {
        var text = Recording("6-status-not-frozen").GetRawText();
        var touched =
            text.Replace("\"t\": -38.51", FormattableString.Invariant($"\"t\": {-38.87 + passAfterTouch}"), StringComparison.Ordinal);
        Assert.NotEqual(text, touched);
        var frozen = touched.Replace("\"statusWritesRefused\": []", "\"statusWritesRefused\": [-37.6]", StringComparison.Ordinal);
        using var recording = JsonDocument.Parse(isFrozen ? frozen : touched);
        Assert.Null(new TimelineKind().Difference(recording.RootElement));
    }

    [Fact]
    public void Another_number_of_replicas_is_a_difference()
    {
        var text = Recording("1-step-up-rc").GetRawText().Replace("\"to\": 7", "\"to\": 6", StringComparison.Ordinal);
        using var recording = JsonDocument.Parse(text);
        Assert.Matches(
            "^decision 1 is 1 to 7 at 5[67].* s, recorded 1 to 6 at 57.1 s$", new TimelineKind().Difference(recording.RootElement));
    }

    private static IEnumerable<string> Rows(string path)
    {
        using var recording = Assert.Single(RecordingFiles.Read(path));
        var run = recording.RootElement.GetProperty("run").GetString();
        return [.. TimelineKind.Compare(recording.RootElement).Select(both => $"| {run} | {both.Recorded} | {both.Simulated} |")];
    }

    private static JsonElement Recording(string run)
    {
        using var recording = Assert.Single(RecordingFiles.Read(Path.Combine(Folder, $"{run}.json.gz")));
        return recording.RootElement.Clone();
    }
}
