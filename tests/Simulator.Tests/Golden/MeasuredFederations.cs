using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Conformance;
using Simulator.Scenarios.Conformance.Federation.Timelines;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>Measured runs of the real federation control plane: every name says the same in the same order, within 5 s or 5 %.</summary>
public sealed class MeasuredFederations
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "federation");

    [Fact]
    public void Agree()
    {
        var result = Assert.Single(ConformanceRunner.Run([Folder]));
        Assert.True(result.IsPerfect, $"{result}\n{string.Join('\n', result.FirstDifferences)}");
        Assert.Equal("federation-timeline: 14 of 14 agree", result.ToString());
    }

    /// <summary>The table people read is the one that was just computed.</summary>
    [Fact]
    public void Stand_side_by_side_in_the_page()
    {
        var table = string.Join('\n', RecordingFiles.Find([Folder]).SelectMany(Rows));
        Page.Says(Path.Combine("tests", "README.md"), table, table[..table.IndexOf('|', 2)], line => !line.StartsWith('|'));
    }

    [Theory]
    [InlineData(
        "3-apiserver-c2-stop-run1-fedA", "SIGSTOP API server of c2", "pour coffee over c2", "^nobody knows what the mark \"pour coffee")]
    [InlineData("2-scale-to-zero-c2-same-region-as-c1-run1-fedA", "4 -> 0", "4 -> 3", "change 1 is missing, recorded .* at 0[.]0 s")]
    [InlineData(
        "0-first-join-run1-fedA", "\"t\": 16.035", "\"t\": 2.035", "cluster c2: change 1 is Ready=True/ClusterReady r1-b r1 at 2[.]. s, "
            + "recorded .* at 16[.]0 s")]
    public void What_differs_is_said(string run, string from, string to, string difference)
    {
        var text = Recording(run).GetRawText();
        Assert.Contains(from, text, StringComparison.Ordinal);
        using var changed = JsonDocument.Parse(text.Replace(from, to, StringComparison.Ordinal));
        Assert.Matches(difference, new FederationTimelineKind().Difference(changed.RootElement));
    }

    /// <summary>
    /// As in the run that is told but not shown: the manager had been started again before, and a member that joins is refused its service
    /// five times, over 155 s. Whether it joined during the recording or before it, the rebuilt run has it.
    /// </summary>
    [Theory]
    [InlineData(0, 155.5, true)]
    [InlineData(60, 155.5, true)]
    [InlineData(0, 100, false)]
    public void What_a_restart_left_behind_is_rebuilt(double triggeredAt, double recordAfter, bool agrees)
    {
        var recording = JsonNode.Parse(Recording("4-join-c4-run1-fedA").GetRawText())!;
        var events = recording["events"]!.AsArray().Select(entry => entry!).ToList();
        var ready = events.First(entry => (string?)entry["what"] == "cluster-status-changed");
        var record = events.First(entry =>
            (string?)entry["what"] == "dns-add" && entry.ToJsonString().Contains("r2-b", StringComparison.Ordinal));
        var kept = events.TakeWhile(entry => entry != ready).Append(ready).Append(record)
            .Concat(events.Where(entry => (string?)entry["what"] == "cluster-status-rewritten").Select(pass =>
            {
                var later = pass.DeepClone();
                later["t"] = (double)pass["t"]! + 40;
                return later;
            }))
            .Where(entry => (double)entry["t"]! >= triggeredAt).Select(entry => entry.DeepClone()).ToList();
        foreach (var entry in kept)
        {
            var at = (string?)entry["what"] == "dns-add" ? (double)ready["t"]! + recordAfter : (double)entry["t"]!;
            entry["t"] = at - triggeredAt;
        }

        recording["events"] = new JsonArray([.. kept.OrderBy(entry => (double)entry["t"]!)]);
        if (triggeredAt > 0) recording["marks"]![0]!["what"] = "trigger: RC of c1 scaled 4 -> 4";
        recording["marks"]![1]!["t"] = 240 - triggeredAt;
        using var changed = JsonDocument.Parse(recording.ToJsonString());
        Assert.Equal(agrees, new FederationTimelineKind().Difference(changed.RootElement) is null);
    }

    private static IEnumerable<string> Rows(string path)
    {
        var run = RecordingFiles.KindOf(path);
        var changes = FederationTimelineKind.Compare(Recording(run));
        return changes.Count == 0
            ? [$"| {run} | all | no change | no change |"]
            : changes.Select(change => $"| {run} | {ShortName(change.Name)} | {change.Recorded} | {change.Simulated} |");
    }

    private static string ShortName(string name) =>
        name.Replace(".default.", ".", StringComparison.Ordinal).Replace(".example.com", "", StringComparison.Ordinal);

    private static JsonElement Recording(string run)
    {
        using var recording = Assert.Single(RecordingFiles.Read(Path.Combine(Folder, $"{run}.json.gz")));
        return recording.RootElement.Clone();
    }
}
