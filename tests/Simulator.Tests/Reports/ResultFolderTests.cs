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
    public void A_later_run_replaces_the_files_of_an_earlier_one_and_no_others()
    {
        Write();
        File.WriteAllText(Path.Combine(Folder, "claims.csv"), "of an earlier run");
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(Folder, "plots", "own.svg"), "mine");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "old")).FullName, "pods.csv"), "mine");
        File.CreateSymbolicLink(Path.Combine(Folder, "link"), "/nowhere");
        Write();
        Assert.False(File.Exists(Path.Combine(Folder, "claims.csv")));
        Assert.All(
            new[] { "notes.txt", "plots/own.svg", "old/pods.csv" }, path => Assert.Equal(
                "mine", File.ReadAllText(Path.Combine(Folder, path))));
        Assert.Equal("/nowhere", new FileInfo(Path.Combine(Folder, "link")).LinkTarget);
        Assert.True(File.Exists(Path.Combine(Folder, "summary.json")));
        Assert.Equal(Folder, Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "results"))));
    }

    [Fact]
    public void Every_file_of_a_run_is_known_as_one() =>
        Assert.All(
            Directory.EnumerateFiles(Written(), "*", SearchOption.AllDirectories),
            path => Assert.True(OwnFiles.Contains(Path.GetRelativePath(Folder, path).Replace('\\', '/')), path));

    [Fact]
    public void Results_of_another_run_are_not_replaced_in_silence()
    {
        Write();
        Assert.Empty(TinyRun.Write(Folder, TinyRun.ZoneLoss));
        var other = TinyRun.SumUp(TinyRun.ZoneLoss) with { Seed = "8", Digest = "d2" };
        Assert.Equal(
            ["These results replace those of 'simulator run tiny.yaml --seed 7' (seed 7): --out keeps both."],
            TinyRun.Write(Folder, TinyRun.Record(TinyRun.ZoneLoss), other));
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
        using (var events = new EventTable())
        using (var place = FolderPlace.Reserve(Folder))
        {
            Assert.Throws<OperationCanceledException>(
                () => ResultFolder.Write(place, TinyRun.SumUp(run) with { Answer = "other" }, run, events, new CancellationToken(true)));
        }

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

    private string Written()
    {
        Write();
        return Folder;
    }

    private void Write() => TinyRun.Write(Folder, TinyRun.ZoneLoss);
}
