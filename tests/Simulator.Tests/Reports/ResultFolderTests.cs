using Simulator.Reports.Files;
using Simulator.Reports.Tables;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("reports").FullName;

    private string Folder => Path.Combine(_root, "results", "tiny");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_writes_its_files_and_nothing_beside_them()
    {
        Write();
        string[] expected =
        [
            "events.csv", "nodes.csv", "plots", "pods.csv", "report.html", "services.csv", "summary.json", "summary.md", "timeseries.csv",
        ];
        Assert.Equal(expected, Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var plots = Directory.EnumerateFiles(Path.Combine(Folder, "plots"), "*.svg")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["evictions", "outage-timeline", "pod-start", "replicas", "utilization"], plots);
        Assert.Equal(Folder, Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "results"))));
    }

    [Fact]
    public void The_outage_is_a_picture_before_anything_else_and_requests_one_where_there_are_some()
    {
        var run = TinyRun.Record(TinyRun.ZoneLoss.Replace(
            "1000 RunEnded", "100 TrafficChanged default/w - 50000 25000\n142 TrafficChanged default/w - 50000 0\n1000 RunEnded",
            StringComparison.Ordinal));
        TinyRun.Write(Folder, run);
        Assert.All(
            new[] { "outage-timeline.svg", "outage-timeline.png", "requests.svg", "requests.png" },
            name => Assert.True(File.Exists(Path.Combine(Folder, "plots", name)), name));
        var html = File.ReadAllText(Path.Combine(Folder, "report.html"));
        Assert.Contains(
            "<th class=\"n\">requests</th><th class=\"n\">failed</th><th class=\"n\">worst minute</th>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<td class=\"n\">45,000</td><td class=\"n\">2&nbsp;%</td><td class=\"n\">50&nbsp;% failed</td>", html,
            StringComparison.Ordinal);
        Assert.Contains("| 45,000 | 2 % | 50 % failed |", File.ReadAllText(Path.Combine(Folder, "summary.md")), StringComparison.Ordinal);
        Assert.InRange(
            html.IndexOf("What came of the outage", StringComparison.Ordinal), html.IndexOf("<h1>", StringComparison.Ordinal),
            html.IndexOf("Replicas over time", StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_run_replaces_the_folder_of_an_earlier_one()
    {
        Write();
        File.WriteAllText(Path.Combine(Folder, "stale.txt"), "");
        Write();
        Assert.False(File.Exists(Path.Combine(Folder, "stale.txt")));
        Assert.True(File.Exists(Path.Combine(Folder, "summary.json")));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_folder_untouched()
    {
        Write();
        var before = File.ReadAllText(Path.Combine(Folder, "summary.json"));
        var broken = TinyRun.SumUp(TinyRun.ZoneLoss) with { Answer = "other", Measures = null! };
        Assert.ThrowsAny<Exception>(() => TinyRun.Write(Folder, TinyRun.Record(TinyRun.ZoneLoss), broken));
        Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, "summary.json")));
        Assert.Equal(9, Directory.EnumerateFileSystemEntries(Folder).Count());
        Assert.Equal(Folder, Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "results"))));
    }

    [Fact]
    public void An_interruption_between_two_files_leaves_the_old_folder_untouched()
    {
        Write();
        var before = File.ReadAllText(Path.Combine(Folder, "summary.json"));
        var run = TinyRun.Record(TinyRun.ZoneLoss);
        using var events = new EventTable();
        Assert.Throws<OperationCanceledException>(
            () => ResultFolder.Write(Folder, TinyRun.SumUp(run) with { Answer = "other" }, run, events, new CancellationToken(true)));
        Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, "summary.json")));
        Assert.Equal(Folder, Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "results"))));
    }

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.txt"), "years of work");
        var error = Assert.Throws<IOException>(Write);
        Assert.Contains("no summary.json", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "thesis.txt")));
    }

    [Fact]
    public void The_report_says_the_answer_and_no_path_of_this_machine()
    {
        Write();
        var html = File.ReadAllText(Path.Combine(Folder, "report.html"));
        Assert.DoesNotContain(_root, html, StringComparison.Ordinal);
        Assert.Contains("With these settings the loss of za takes 5&nbsp;min 7&nbsp;s to heal", html, StringComparison.Ordinal);
    }

    private void Write() => TinyRun.Write(Folder, TinyRun.ZoneLoss);
}
