using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>compare and baseline as a user runs them.</summary>
public sealed class CompareVerbTests : IDisposable
{
    private const string Grace = "clusters[0].controlPlane.controller-manager.pod-eviction-timeout=1m";

    private readonly ScratchFolder _folder = new();

    public CompareVerbTests()
    {
        _folder.Write("guestbook.yaml", Shipped("guestbook.yaml"));
        _folder.Write("manifests/guestbook.yaml", Shipped("manifests/guestbook.yaml"));
    }

    private string Guestbook => Path.Combine(_folder.Path, "guestbook.yaml");

    private string Baselines => Path.Combine(_folder.Path, "results", "baselines");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_folders_of_one_run_are_exact_for_their_seed()
    {
        var (a, b) = (Run("a"), Run("b", "--set", Grace));
        var (code, output, _) = CommandLine.Run("compare", a, b);
        Assert.Contains("guestbook: a against b · 1 run each, seed 1", output, StringComparison.Ordinal);
        Assert.Contains("One seed: the differences are exact for seed 1 and prove nothing about others.", output, StringComparison.Ordinal);
        Assert.Contains("Flags: ", output, StringComparison.Ordinal);
        Assert.Contains("first difference of seed 1:", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  a +0:\d\d:\d\d\.\d+ .*$", output);
        Assert.Contains($"→ exit {code}", output, StringComparison.Ordinal);
    }

    /// <summary>Results are what they are: no version changes them.</summary>
    [Theory]
    [InlineData("1.20.2")]
    [InlineData("1.3.10,1.20.2")]
    public void Results_are_of_their_own_version(string versions)
    {
        var results = Run("a");
        var (code, _, error) = CommandLine.Run("compare", results, Guestbook, "--kubernetes", versions, "--seeds", "1");
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains($"--kubernetes changes a scenario file before it is run; {results} holds results", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_twice_is_the_same()
    {
        var (code, output, _) = CommandLine.Run("compare", Run("a"), Run("b"));
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Both runs are the same to the last observation (seed 1).", output, StringComparison.Ordinal);
        Assert.DoesNotContain("first difference", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_variants_of_a_file_are_run_with_the_same_seeds()
    {
        var (markdown, junit) = (Path.Combine(_folder.Path, "v.md"), Path.Combine(_folder.Path, "v.xml"));
        var page = Path.Combine(_folder.Path, "page");
        var (code, output, error) = CommandLine.Run(
            "compare", Guestbook, "--set", Grace, "--seeds", "3", "--json", "--markdown", markdown, "--junit", junit, "--out", page);
        // A slow machine tells how far it is: nothing else.
        Assert.All(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(" runs, ", line, StringComparison.Ordinal));
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        Assert.Equal("3 runs each, paired by seed (seeds 1 to 3)", root.GetProperty("pairing").GetString());
        Assert.Equal(code == ExitCode.Missed, root.GetProperty("verdict").GetString() == "worse");
        Assert.Contains("first difference of seed 1", root.GetProperty("divergence")[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith("### ", File.ReadAllText(markdown), StringComparison.Ordinal);
        Assert.Contains(
            "times the allowed difference", File.ReadAllText(Path.Combine(page, "report.html")), StringComparison.Ordinal);
        Assert.StartsWith("measure,aspect,verdict,", File.ReadAllText(Path.Combine(page, "comparison.csv")), StringComparison.Ordinal);
        Assert.Equal(output, File.ReadAllText(Path.Combine(page, "summary.json")));
        Assert.Equal(code, CommandLine.Run("compare", Guestbook, "--set", Grace, "--seeds", "2", "--out", page).ExitCode);
        Assert.Contains(
            "cannot be written", CommandLine.Run("compare", Guestbook, Guestbook, "--out", _folder.Path).Error, StringComparison.Ordinal);
        Assert.Contains("<testsuite name=\"compare guestbook\"", File.ReadAllText(junit), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sweeps_are_compared_variant_by_variant()
    {
        var (a, b) = (Sweep("a", "2s,4s,6s"), Sweep("b", "4s,6s,8s", "--set", Grace));
        var (page, junit, markdown) = (In("page"), In("v.xml"), In("v.md"));
        var (code, output, _) = CommandLine.Run("compare", a, b, "--out", page, "--junit", junit, "--markdown", markdown);
        Assert.Contains("guestbook: a against b, variant by variant · 3 runs each, paired by seed (seeds 1 to 3)", output);
        Assert.Contains("Only a has, and left out are: node-status-update-frequency=2s.", output);
        Assert.Contains("Only b has, and left out are: node-status-update-frequency=8s.", output);
        Assert.Matches("(?m)^node-status-update-frequency=4s  (same|worse|better|unclear) .* of [0-9]+ measures", output);
        Assert.Matches($"(?m)^[0-9].* of 2 variants → exit {code}", output);
        Assert.Contains("| `node-status-update-frequency=6s` |", File.ReadAllText(markdown));
        Assert.Matches("(?m)^#### `node-status-update-frequency=[46]s`: . (worse|better|unclear): ", File.ReadAllText(markdown));
        Assert.Equal(2, File.ReadAllText(junit).Split("<testsuite ").Length - 1);
        var csv = File.ReadAllLines(Path.Combine(page, "comparison.csv"));
        Assert.StartsWith("variant,measure,aspect,", csv[0]);
        Assert.Equal(2, csv.Skip(1).Select(line => line.Split(',')[0]).Distinct().Count());
        Assert.Contains("variant by variant", File.ReadAllText(Path.Combine(page, "report.html")));
        using var document = JsonDocument.Parse(CommandLine.Run("compare", a, b, "--json").Out);
        Assert.Equal(2, document.RootElement.GetProperty("variants").GetArrayLength());
        Assert.Equal(code == ExitCode.Missed, document.RootElement.GetProperty("verdict").GetString() == "worse");
    }

    [Fact]
    public void The_same_sweep_twice_is_the_same_and_one_sweep_is_no_pair()
    {
        var (a, b) = (Sweep("a", "2s,4s"), Sweep("b", "4s,2s"));
        var (code, output, _) = CommandLine.Run("compare", a, b);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("2 same of 2 variants → exit 0", output);
        var single = CommandLine.Run("compare", a, Run("c"));
        Assert.Equal(ExitCode.WrongInput, single.ExitCode);
        Assert.Contains("holds the variants of a sweep and ", single.Error);
        Assert.Contains("have no variant in common", CommandLine.Run("compare", a, Sweep("d", "7s,8s")).Error);
        Assert.Contains("holds 2 variants (", CommandLine.Run("baseline", "accept", a, "gb", "--folder", Baselines).Error);
    }

    [Fact]
    public void A_baseline_holds_what_was_accepted_and_says_what_it_replaces()
    {
        var file = Path.Combine(Baselines, "gb.json");
        Assert.Equal(ExitCode.Done, CommandLine.Run("baseline", "accept", Guestbook, "gb", "--seeds", "2", "--folder", Baselines).ExitCode);
        var first = File.ReadAllText(file);
        Assert.Contains("\"seeds\": [\"1\", \"2\"]", first, StringComparison.Ordinal);
        Assert.DoesNotContain("\"events\": [null", first, StringComparison.Ordinal);
        var again = CommandLine.Run("baseline", "accept", Guestbook, "gb", "--seeds", "2", "--folder", Baselines);
        Assert.Contains("All 2 pairs of runs are the same to the last observation.", again.Out, StringComparison.Ordinal);
        Assert.Equal(first, File.ReadAllText(file));
        var (code, output, _) = CommandLine.Run("compare", file, Guestbook);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("guestbook: gb against guestbook · 2 runs each, paired by seed", output, StringComparison.Ordinal);
        Assert.Contains(
            "the same to the last observation", CommandLine.Run("baseline", "check", "--folder", Baselines).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_says_what_is_worse_than_a_baseline()
    {
        CommandLine.Run("baseline", "accept", Guestbook, "gb", "--seeds", "1", "--folder", Baselines);
        var file = Path.Combine(Baselines, "gb.json");
        var text = File.ReadAllText(file);
        var line = text.Split('\n').Single(line => line.Contains("\"recovery.allReplicasReady\"", StringComparison.Ordinal));
        File.WriteAllText(file, text.Replace(line, "    \"recovery.allReplicasReady\": [1],", StringComparison.Ordinal));
        var (code, output, _) = CommandLine.Run("baseline", "check", "gb", "--folder", Baselines);
        Assert.Equal(ExitCode.Missed, code);
        Assert.Contains("gb                           worse    1 worse", output, StringComparison.Ordinal);
        Assert.Contains("  recovery.allReplicasReady", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare nowhere {file}", "nowhere: there is no such file or folder")]
    [InlineData("compare {empty} {file}", "holds neither runs.jsonl nor summary.json: it is no folder of run, replicate or sweep")]
    [InlineData("compare {file}", "B is missing: a second folder, baseline or scenario file; or --set PATH=VALUE for a variant of A")]
    [InlineData("compare {file} {file} --confidence 2", "--confidence: found '2'; allowed are shares from 50% to 99.99%, such as 95%")]
    [InlineData("compare {file} {file} --seeds 0", "--seeds: found a number below 1; allowed are numbers from 1")]
    [InlineData("compare {file} {file} --thresholds {bad}", "bad.yaml:1:14  'podStrt.p99': there is no such measure")]
    [InlineData("compare {cut} {file}", "cut.json is no baseline: ")]
    [InlineData("compare {other} {file}", "other.json is a baseline of another scenario")]
    [InlineData("compare {other} {other} --set a=b", "holds results")]
    [InlineData("baseline accept {file} ../x", "NAME: found '../x'; allowed are up to 63 letters")]
    [InlineData("baseline accept {empty} x", "holds neither runs.jsonl nor summary.json")]
    [InlineData("baseline check nothing-there", "nothing-there.json")]
    public void Wrong_input_gets_a_sentence(string command, string expected)
    {
        var other = _folder.Write("other.json", """
            {
              "baseline": 1, "scenario": "shop", "version": "0.0.1", "kubernetes": "1.3.10", "command": "simulator replicate shop.yaml",
              "flags": [], "seeds": ["1"], "digests": ["ab"], "events": [5], "measures": { "podStart.p99": [2] }
            }
            """);
        var words = command.Split(' ').Select(word => word switch
        {
            "{file}" => Guestbook,
            "{empty}" => Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName,
            "{bad}" => _folder.Write("bad.yaml", "podStrt.p99: { relative: 5% }"),
            "{cut}" => _folder.Write("cut.json", File.ReadAllText(other)[..150]),
            "{other}" => other,
            _ => word,
        });
        var (code, _, error) = CommandLine.Run([.. words]);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongInput, code);
    }

    [Fact]
    public void A_baseline_of_another_version_is_compared_and_that_is_said()
    {
        var old = _folder.Write("old.json", """
            {
              "baseline": 1, "scenario": "guestbook", "version": "0.0.1", "kubernetes": "1.3.10", "command": "simulator replicate g.yaml",
              "flags": [], "seeds": ["1", "2"], "digests": ["ab", "cd"], "events": [5, 5], "measures": { "podStart.p99": [2, 2] }
            }
            """);
        var (_, output, _) = CommandLine.Run("compare", old, Guestbook);
        Assert.Contains("old is of version 0.0.1 of the simulator, guestbook of 0.1.0.", output, StringComparison.Ordinal);
        Assert.Contains("To see where, run it with both", output, StringComparison.Ordinal);
    }

    private static string Shipped(string name) => File.ReadAllText(Path.Combine(Repository.Root, "scenarios", name));

    private string In(string name) => Path.Combine(_folder.Path, name);

    private string Sweep(string name, string values, params string[] more)
    {
        const string Axis = "clusters[0].controlPlane.kubelet.node-status-update-frequency";
        CommandLine.Run(
            ["sweep", Guestbook, "--set", $"{Axis}={values}", "--seeds", "3", "--quiet", "--out", In(name), .. more]);
        return In(name);
    }

    private string Run(string name, params string[] more)
    {
        var folder = Path.Combine(_folder.Path, name);
        CommandLine.Run(["run", Guestbook, "--quiet", "--out", folder, .. more]);
        return folder;
    }
}
