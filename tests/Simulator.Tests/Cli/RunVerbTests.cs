using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.World.Invariants;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>Running, and starting from nothing.</summary>
public sealed class RunVerbTests
{
    [Fact]
    public void Json_is_one_document_and_nothing_else()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var answer = CommandLine.Run("run", path, "--json", "--seed", "7", "--out", Path.Combine(folder.Path, "results"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        using var document = JsonDocument.Parse(answer.Out);
        Assert.Equal("7", document.RootElement.GetProperty("seed").GetString());
    }

    [Fact]
    public void A_checked_run_says_how_much_was_held_and_changes_nothing()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var plain = CommandLine.Run("run", path, "--json", "--out", Path.Combine(folder.Path, "plain"));
        var answer = CommandLine.Run("run", path, "--json", "--check", "--out", Path.Combine(folder.Path, "checked"));
        Assert.Equal((ExitCode.Done, plain.Out), (answer.ExitCode, answer.Out));
        Assert.Matches($"^{InvariantTable.All.Count} invariants held over [0-9,]+ facts", answer.Error);
    }

    [Theory]
    [InlineData("other", "holds other files than results (it has no summary.json): nothing was written")]
    [InlineData("other/thesis.txt", "is a file, not a folder: nothing was written")]
    [InlineData("other/thesis.txt/results", "")]
    public void A_place_that_cannot_take_results_is_wrong_input_and_left_alone(string place, string sentence)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var other = Directory.CreateDirectory(Path.Combine(folder.Path, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "thesis.txt"), "years of work");
        var answer = CommandLine.Run("run", path, "--quiet", "--out", Path.Combine(folder.Path, place));
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.StartsWith("the results cannot be written to ", answer.Error);
        Assert.Contains(sentence, answer.Error);
        Assert.Equal("years of work", File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(other))));
    }

    [Fact]
    public void The_headline_says_what_is_run()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.With("11>     controlPlane: { controller-manager: { deleting-pods-qps: 10 } }"));
        var answer = CommandLine.Run("run", path, "--out", Path.Combine(folder.Path, "results"));
        Assert.StartsWith(
            "s · 4 nodes in 2 zones · 6 pods in 2 services · Kubernetes 1.3.10, controller-manager: deleting-pods-qps 10 (default 0.1) · "
                + "seed 1",
            answer.Out);
    }

    [Fact]
    public void Quiet_holds_with_json_too()
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, tty: true}]}}");
        var path = folder.Write("s.yaml", ScenarioText.With("10>       - { manifests: [m.yaml] }"));
        var results = Path.Combine(folder.Path, "results");
        Assert.NotEqual("", CommandLine.Run("run", path, "--json", "--out", results).Error);
        var answer = CommandLine.Run("run", path, "--json", "--quiet", "--out", results);
        Assert.Equal((ExitCode.Done, "", '{'), (answer.ExitCode, answer.Error, answer.Out[0]));
    }

    [Fact]
    public void What_init_writes_is_valid_and_runs()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "deep", "my.yaml");
        Assert.Equal(ExitCode.Done, CommandLine.Run("init", path).ExitCode);
        Assert.StartsWith("# yaml-language-server: $schema=.simulator.schema.json\n", File.ReadAllText(path));
        Assert.Equal(
            CommandLine.Run("schema").Out.Trim(), File.ReadAllText(Path.Combine(folder.Path, "deep", ".simulator.schema.json")).Trim());
        var valid = CommandLine.Run("validate", Path.Combine(folder.Path, "deep"));
        Assert.Equal((ExitCode.Done, "", "2 files are valid"), (valid.ExitCode, valid.Error, valid.Out.Trim()));
        Assert.Equal(ExitCode.Done, CommandLine.Run("run", path, "--quiet", "--out", Path.Combine(folder.Path, "results")).ExitCode);
    }

    [Fact]
    public void Init_overwrites_nothing()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("my.yaml", "mine");
        var answer = CommandLine.Run("init", path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("my.yaml  is there already; nothing was written", answer.Error);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "manifests")));
    }

    [Fact]
    public void Recordings_that_agree_are_0()
    {
        var answer = CommandLine.Run("conformance", Repository.Folder("tests/Simulator.Tests/Golden/controllers/token-bucket.jsonl.gz"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Matches("^token-bucket: ([0-9]+) of \\1 identical", answer.Out);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"kind\": \"backoff\", \"id\": 1}")]
    [InlineData("{\"kind\": \"decision\"}")]
    [InlineData("{\"kind\": \"rc-manage\", \"id\": ")]
    public void What_is_no_recording_is_2(string line)
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("conformance", folder.Write("x.jsonl", line));
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.StartsWith("a recording cannot be read: ", answer.Error);
    }

    [Fact]
    public void Recordings_that_differ_are_1()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("no-such-kind.jsonl", "{\"id\": 1}\n");
        Assert.Equal(ExitCode.Missed, CommandLine.Run("conformance", path).ExitCode);
    }
}
