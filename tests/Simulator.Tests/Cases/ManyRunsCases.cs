using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Reports.RunSets;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>replicate and sweep as users type them.</summary>
public sealed class ManyRunsCases : IDisposable
{
    private const string Count = "clusters[0].nodePools[0].count";

    private readonly ScratchFolder _folder = new();
    private readonly string _scenario;
    private readonly string _out;

    public ManyRunsCases()
    {
        _scenario = _folder.Write("s.yaml", ScenarioText.With(
            "+> outages: [{ at: 1m, kind: power-loss, zone: a }];;+> expect: [{ measure: pods.pendingAtEnd, atMost: 0 }]"));
        _out = Path.Combine(_folder.Path, "out");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_replication_says_what_holds_for_all_seeds()
    {
        var answer = Run("replicate", "--seeds", "4");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("pods.pendingAtEnd at most 0 is met in all 4 runs.", answer.Out);
        Assert.Contains("met in 4 of 4 runs (95 % sure: at least ", answer.Out);
        Assert.Contains("recovery.allReplicasReady", answer.Out);
        Assert.Contains(" ± ", answer.Out);
        using var summary = JsonDocument.Parse(Text("summary.json"));
        var measures = summary.RootElement.GetProperty("variants")[0].GetProperty("measures");
        Assert.Equal(4, measures.GetProperty("detection.last").GetProperty("runs").GetInt32());
        Assert.Equal(5, Text("runs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(File.Exists(Path.Combine(_out, "report.html")));
    }

    [Fact]
    public void Its_runs_are_those_of_run()
    {
        Run("replicate", "--seeds", "2", "--seed", "7");
        var single = Path.Combine(_folder.Path, "single");
        CommandLine.Run("run", _scenario, "--seed", "8", "--quiet", "--out", single);
        var (expected, row) =
            (Assert.Single(RunSetFile.ReadFolder(single)!.Rows), RunSetFile.ReadFolder(_out)!.Rows.Single(row => row.Seed == "8"));
        Assert.Equal(("8", expected.Digest), (row.Seed, row.Digest));
        Assert.Equal(expected.Measures, row.Measures);
    }

    [Fact]
    public void One_run_that_misses_an_expectation_is_one_too_many()
    {
        // With one node in the other zone some pods find no place.
        var answer = Run("replicate", "--seeds", "3", "--set", $"{Count}=2", "--set", "clusters[0].workloads[0].generate.cpu=1");
        Assert.Equal(ExitCode.Missed, answer.ExitCode);
        Assert.Contains("pods.pendingAtEnd at most 0 is missed in 3 of 3 runs, first with seed 1.", answer.Out);
        Assert.Contains("MISSED", answer.Out);
        Assert.Contains("values of the file changed", answer.Out);
    }

    [Fact]
    public void What_does_not_exist_in_every_run_is_counted()
    {
        var path = _folder.Write("r.yaml", ScenarioText.With(
            "+> random: [{ per: node, between: exponential mean 40m }]"));
        var answer = CommandLine.Run("replicate", path, "--seeds", "12", "--out", _out, "--measure", "recovery.allReplicasReady");
        Assert.Matches("recovery.allReplicasReady does not exist in [0-9]+ of 12 runs", answer.Out);
        Assert.Matches(" [0-9]+ of 12 runs", answer.Out);
    }

    [Fact]
    public void Runs_go_on_until_they_are_precise()
    {
        var answer = Run("replicate", "--seeds", "4", "--precision", "2%", "--max-seeds", "20", "--measure", "recovery.allReplicasReady");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("5 runs were enough for intervals within 2 % of their values", answer.Out);
        Assert.Equal(5, RunSetFile.ReadFolder(_out)!.Rows.Count);
    }

    [Fact]
    public void What_is_never_precise_ends_all_the_same()
    {
        var answer = Run("replicate", "--seeds", "3", "--precision", "0.1%", "--max-seeds", "5", "--measure", "recovery.allReplicasReady");
        Assert.Contains("5 runs were not enough for 0.1 %: recovery.allReplicasReady is known to ", answer.Out);
    }

    [Fact]
    public void A_sweep_runs_every_combination()
    {
        var answer = Run("sweep", "--set", $"{Count}=2..6:2", "--set", "duration=5m,10m", "--seeds", "2");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        var csv = Text("runs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (3 * 2 * 2), csv.Length);
        Assert.StartsWith($"{Count},duration,seed,digest,events,", csv[0]);
        Assert.StartsWith("2,5m,1,", csv[1]);
        Assert.StartsWith("6,10m,2,", csv[^1]);
        Assert.Equal(12, csv.Skip(1).Select(line => string.Join(',', line.Split(',').Take(3))).Distinct().Count());
        Assert.True(File.Exists(Path.Combine(_out, "plots", "lines.svg")));
        Assert.Contains(Directory.GetFiles(Path.Combine(_out, "plots")), path => path.Contains("heat-", StringComparison.Ordinal));
    }

    [Fact]
    public void Axes_whose_last_steps_are_the_same_are_told_apart_everywhere()
    {
        const string Other = "clusters[0].workloads[0].generate.count";
        var answer = Run("sweep", "--set", $"{Count}=2,4", "--set", $"{Other}=1,2", "--seeds", "1");
        Assert.Contains("\nnodePools[0].count  generate.count  ", answer.Out);
        Assert.Contains("| nodePools[0].count | generate.count | ", Text("summary.md"));
        Assert.Contains($"NodePools[0].count is: {Count}, 2 values from 2 to 4.", Text("summary.md"));
        var page = Text("report.html");
        Assert.Contains(">nodePools[0].<wbr/>count</th>", page);
        Assert.Contains(">generate.count</th>", page);
        var lines = File.ReadAllText(Path.Combine(_out, "plots", "lines.svg"));
        Assert.Contains(">nodePools[0].count</text>", lines);
        Assert.Contains("generate.count=2", lines);
        Assert.StartsWith($"{Count},{Other},seed,", Text("runs.csv"));
    }

    [Fact]
    public void Pictures_of_an_earlier_sweep_go_and_those_of_users_stay()
    {
        Run("sweep", "--set", $"{Count}=2,4", "--set", "duration=5m,10m", "--seeds", "1");
        var plots = Path.Combine(_out, "plots");
        string[] mine = [Path.Combine(plots, "mine.svg"), Path.Combine(plots, "mine.png")];
        foreach (var file in mine) File.WriteAllText(file, "<svg/>");
        Run("sweep", "--set", $"{Count}=2,4", "--seeds", "1", "--anew");
        Assert.DoesNotContain(Directory.GetFiles(plots), path => path.Contains("heat-", StringComparison.Ordinal));
        Assert.All(mine, file => Assert.True(File.Exists(file)));
        Assert.True(File.Exists(Path.Combine(plots, "lines.svg")));
    }

    [Fact]
    public void A_file_whose_name_a_shell_would_split_is_found_again()
    {
        var scenario = Path.Combine(_folder.Path, "it's my shop.yaml");
        File.Copy(_scenario, scenario);
        CommandLine.Run("replicate", scenario, "--set", $"{Count}=4", "--seeds", "1", "--quiet", "--out", _out);
        var baselines = Path.Combine(_folder.Path, "baselines");
        Assert.Equal(ExitCode.Done, CommandLine.Run("baseline", "accept", _out, "mine", "--folder", baselines).ExitCode);
        var check = CommandLine.Run("baseline", "check", "--folder", baselines);
        Assert.Equal(("", ExitCode.Done), (check.Error, check.ExitCode));
        Assert.Contains("the same to the last observation", check.Out);
        var single = Path.Combine(_folder.Path, "single");
        CommandLine.Run("run", scenario, "--quiet", "--out", single);
        Assert.StartsWith("no cluster of this scenario has a cluster-autoscaler", CommandLine.Run("explain", single, "nodes").Error);
    }

    [Fact]
    public void A_study_file_is_swept()
    {
        _folder.Write("study.yaml", """
            study: how-many
            scenario: s.yaml
            seeds: 2
            axes:
              - { set: 'clusters[0].nodePools[0].count', values: 4..8:4 }
            expect:
              - { measure: podStart.max, atMost: 1ms }
            """);
        var answer = CommandLine.Run("sweep", Path.Combine(_folder.Path, "study.yaml"), "--out", _out);
        Assert.Equal(ExitCode.Missed, answer.ExitCode);
        Assert.StartsWith("No variant meets every expectation in all runs; nearest is count=4.", Line(answer.Out, "No variant"));
        Assert.Equal(4, RunSetFile.ReadFolder(_out)!.Rows.Count);
    }

    [Fact]
    public void One_thread_and_many_write_the_same()
    {
        string[] args = ["--set", $"{Count}=2,4", "--seeds", "3", "--quiet"];
        Run("sweep", [.. args, "--threads", "1"]);
        var (csv, summary) = (Text("runs.csv"), Text("summary.json"));
        Run("sweep", [.. args, "--threads", "4", "--anew"]);
        Assert.Equal(csv, Text("runs.csv"));
        Assert.Equal(summary, Text("summary.json"));
    }

    /// <summary>What kill -9 leaves: whole lines, and at most one that was cut off.</summary>
    [Fact]
    public void What_was_finished_when_it_was_killed_is_not_run_again()
    {
        Run("replicate", "--seeds", "4");
        var (csv, runs) = (Text("runs.csv"), Path.Combine(_out, RunSetFile.Name));
        var lines = File.ReadAllText(runs).Split('\n');
        File.WriteAllText(runs, string.Join('\n', lines.Take(3)) + "\n" + lines[3][..40]);
        var answer = Run("replicate", "--seeds", "4");
        Assert.Contains("2 runs of before are kept", answer.Error);
        Assert.Contains("2 runs in ", answer.Out);
        Assert.Equal(csv, Text("runs.csv"));
    }

    [Theory]
    [InlineData("replicate")]
    [InlineData("sweep", "--set", "duration=5m,6m")]
    [InlineData("risk", "--runs", "40", "--years", "1")]
    public void Two_studies_do_not_write_to_one_folder(string verb, params string[] more)
    {
        Run(verb, more);
        var runs = Text(RunSetFile.Name);
        using (FolderLock.TakeIn(_out))
        {
            foreach (var anew in (string[][])[[], ["--anew"]])
            {
                var answer = Run(verb, [.. more, .. anew]);
                Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
                Assert.Contains($"another run is writing to '{_out}': wait for it, or choose another folder (--out).", answer.Error);
                Assert.Equal(runs, Text(RunSetFile.Name));
            }
        }

        Assert.Equal(ExitCode.Done, Run(verb, more).ExitCode);
        Assert.False(File.Exists(Path.Combine(_out, ".lock")));
    }

    [Fact]
    public void More_seeds_go_on_where_fewer_ended()
    {
        Run("replicate", "--seeds", "2");
        Assert.Contains("1 run in ", Run("replicate", "--seeds", "3").Out);
        Assert.Contains("no run was left to make", Run("replicate", "--seeds", "2").Out);
        Assert.Equal(3, RunSetFile.ReadFolder(_out)!.Rows.Count);
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("file")]
    [InlineData("version")]
    public void Runs_of_something_else_are_not_mixed_in(string change)
    {
        Run("replicate", "--seeds", "2");
        string[] more = [];
        if (change == "settings") more = ["--set", "duration=9m"];
        if (change == "file") File.AppendAllText(_scenario, "\ndescription: changed");
        if (change == "version") Edit(RunSetFile.Name, "\"version\":\"", "\"version\":\"0.0.");
        var answer = Run("replicate", [.. more, "--seeds", "2"]);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("give another folder with --out, or throw them away with --anew", answer.Error);
        Assert.Equal(ExitCode.Done, Run("replicate", [.. more, "--seeds", "2", "--anew"]).ExitCode);
    }

    [Fact]
    public void An_interrupted_study_says_how_to_go_on()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var answer = CommandLine.Run(source.Token, "replicate", _scenario, "--seeds", "4", "--out", _out);
        Assert.Equal(ExitCode.Interrupted, answer.ExitCode);
        Assert.Contains("of 4 runs are kept in ", answer.Error);
        Assert.Contains("the same command goes on from there", answer.Error);
        Assert.False(File.Exists(Path.Combine(_out, "report.html")));
    }

    [Fact]
    public void A_table_that_was_changed_makes_other_runs()
    {
        var table = _folder.Write("machines.csv", "name,cpu,memory\nmine,4,8Gi\n");
        var path = _folder.Write("m.yaml", ScenarioText.With("1> scenario: s\nmachineTypes: machines.csv"));
        CommandLine.Run("replicate", path, "--seeds", "2", "--out", _out);
        File.WriteAllText(table, "name,cpu,memory\nmine,2,8Gi\n");
        var answer = CommandLine.Run("replicate", path, "--seeds", "2", "--out", _out);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("holds runs of the scenario as it was before its files were changed", answer.Error);
    }

    [Fact]
    public void Many_runs_are_not_explained_as_one()
    {
        Run("replicate", "--seeds", "2");
        var answer = CommandLine.Run("explain", _out, "node", "p-0001");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("holds many runs; name the scenario file, and the run with --seed and --set", answer.Error);
    }

    [Fact]
    public void A_folder_of_somebody_else_is_left_alone()
    {
        Directory.CreateDirectory(_out);
        File.WriteAllText(Path.Combine(_out, "letter.txt"), "dear");
        var answer = Run("replicate", "--seeds", "2");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("holds other files than results", answer.Error);
        Assert.Equal(["letter.txt"], Directory.GetFiles(_out).Select(Path.GetFileName));
    }

    [Fact]
    public void Json_is_one_document()
    {
        using var document = JsonDocument.Parse(Run("sweep", "--set", $"{Count}=2,4", "--seeds", "2", "--json").Out);
        Assert.Equal(2, document.RootElement.GetProperty("variants").GetArrayLength());
        Assert.Equal("sweep", document.RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("sweep", "a sweep needs an axis: --set PATH=A..B:STEP")]
    [InlineData("sweep --set duration=9m", "a sweep needs an axis: --set PATH=A..B:STEP")]
    [InlineData("sweep --set seed=5..1:1", "--set seed=5..1:1  '5..1:1' begins after its end, so that it has no values")]
    [InlineData("sweep --set seed=1..5:0", "--set seed=1..5:0  '1..5:0' has a step of 0")]
    [InlineData("sweep --set seed=", "--set seed=  has no values: no run would be made")]
    [InlineData("sweep --set sed=1..5", "--set sed=1  there is no key 'sed' in the file; did you mean 'seed'?")]
    [InlineData("sweep --set duration=5m,9", "--set duration=9  duration: found the number 9; allowed is a duration")]
    [InlineData("sweep --set seed=1,2 --set seed=3,4", "--set seed  the axis comes twice")]
    [InlineData("sweep --set seed=1..9999 --seeds 1000", "9,999 variants with 1,000 seeds are more than 1,000,000 runs")]
    [InlineData("replicate --seeds 0", "--seeds 0: allowed are 1 to 100,000")]
    [InlineData("replicate --precision 5", "--precision 5: allowed is a share above 0 and below 1 such as 5% or 0.05")]
    [InlineData("replicate --precision 5% --max-seeds 3", "--max-seeds 3 is below the 10 runs to begin with")]
    [InlineData("replicate --measure podStart.p98", "--measure podStart.p98: no measure 'podStart.p98'; did you mean 'podStart.p90'?")]
    [InlineData("replicate --threads 0", "--threads 0: allowed are 1 to 1,024")]
    [InlineData("replicate --set seed=1..5", "--set seed=1..5  seed: found '1..5'; allowed is a whole number")]
    public void What_cannot_be_run_gets_its_sentence(string arguments, string sentence)
    {
        var words = arguments.Split(' ');
        var answer = CommandLine.Run([words[0], _scenario, .. words[1..], "--out", _out]);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith(sentence, Line(answer.Error, sentence[..Math.Min(12, sentence.Length)]));
        Assert.False(Directory.Exists(_out));
    }

    private CommandLine.Answer Run(string verb, params string[] arguments) =>
        CommandLine.Run([verb, _scenario, .. arguments, "--out", _out]);

    private string Text(string name) => File.ReadAllText(Path.Combine(_out, name));

    private void Edit(string name, string old, string fresh) =>
        File.WriteAllText(Path.Combine(_out, name), Text(name).Replace(old, fresh, StringComparison.Ordinal));

    private static string Line(string text, string word) =>
        text.Split('\n').FirstOrDefault(line => line.Contains(word, StringComparison.Ordinal)) ?? text;
}
