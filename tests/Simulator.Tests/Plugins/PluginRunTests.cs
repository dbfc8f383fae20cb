using System.Globalization;
using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Xunit;

namespace Simulator.Tests.Plugins;

/// <summary>Rules of one's own decide in a run, and are named in what comes of it.</summary>
public sealed class PluginRunTests
{
    private const string Extender =
        """{"urlPrefix": "http://gpu", "filterVerb": "filter", "prioritizeVerb": "rank", "weight": 5, "httpTimeout": 1000000000}""";

    [Theory]
    [InlineData("", """{"name": "FewestPods", "weight": 1}""", "", "2 2 2 2")]
    [InlineData("", """{"name": "FirstByName", "weight": 1}""", "", "8 0 0 0")]
    [InlineData("""{"name": "AtMost", "argument": {"settings": {"label": "app", "most": "3"}}}""",
        """{"name": "FirstByName", "weight": 1}""", "", "3 3 2 0")]
    [InlineData("", "", "decider: { plugin: LastWithACore }", "0 0 0 8")]
    public void It_decides(string predicates, string priorities, string scheduler, string spread)
    {
        using var folder = PluginFolder.Of(predicates, priorities, scheduler);
        Assert.Equal(ExitCode.Done, folder.Run("--check").ExitCode);
        Assert.Equal(spread, folder.Spread());
    }

    [Theory]
    [InlineData("latency: 20ms", "0 0 0 8")]
    [InlineData("latency: 0s", "0 0 0 8")]
    public void One_answers_in_the_place_of_an_extender(string latency, string spread)
    {
        using var folder = PluginFolder.Of(
            extenders: Extender,
            scheduler: $"extenders: [{{ url: 'http://gpu', plugin: OnlyZone, settings: {{ zone: b }}, {latency} }}]");
        Assert.Equal(ExitCode.Done, folder.Run().ExitCode);
        Assert.Equal(spread, folder.Spread());
    }

    [Fact]
    public void An_extender_that_answers_too_late_lets_the_pass_fail()
    {
        using var folder = PluginFolder.Of(
            extenders: Extender, scheduler: "extenders: [{ url: 'http://gpu', plugin: OnlyZone, settings: { zone: b }, latency: 2s }]");
        Assert.Equal(ExitCode.Done, folder.Run().ExitCode);
        Assert.Equal("0 0 0 0", folder.Spread());
    }

    [Fact]
    public void What_extenders_take_is_time_of_the_scheduler()
    {
        using var folder = PluginFolder.Of(
            extenders: Extender,
            scheduler: "extenders: [{ url: 'http://gpu', plugin: OnlyZone, settings: { zone: b }, latency: 400ms }]");
        folder.Run();
        var last = File.ReadLines(Path.Combine(folder.Out, "events.csv"))
            .Last(line => line.Contains(",PodBound,", StringComparison.Ordinal));

        // Filter and prioritize for each of eight pods, one pod after the other.
        Assert.InRange(double.Parse(last.Split(',')[0], CultureInfo.InvariantCulture), 8 * 0.8, (8 * 0.8) + 0.2);
    }

    [Fact]
    public void An_extender_for_which_nothing_answers_is_told_of()
    {
        using var folder = PluginFolder.Of(extenders: Extender);
        Assert.Contains("HTTP extenders are not called", folder.Run().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_version_is_part_of_the_digest_and_of_the_results()
    {
        using var own = PluginFolder.Of(predicates: """{"name": "AtMost", "argument": {"settings": {"label": "app", "most": "99"}}}""");
        using var plain = PluginFolder.Of();
        own.Run();
        plain.Run();
        Assert.Equal(own.Spread(), plain.Spread());
        Assert.NotEqual(Summary(own).GetProperty("digest").GetString(), Summary(plain).GetProperty("digest").GetString());
        Assert.Contains("plug-in AtMost 2.5.1", Summary(own).GetProperty("flags").ToString(), StringComparison.Ordinal);
    }

    /// <summary>A plug-in that is there and not asked changes nothing, and the fast path gives the answers of the plain one.</summary>
    [Fact]
    public void One_that_nobody_names_changes_nothing()
    {
        using var folder = PluginFolder.Of();
        folder.Run();
        var with = Summary(folder).GetProperty("digest").GetString();
        CommandLine.Run("run", folder.Scenario, "--out", folder.Out);
        Assert.Equal(with, Summary(folder).GetProperty("digest").GetString());
    }

    [Fact]
    public void Other_commands_take_it_too()
    {
        using var folder = PluginFolder.Of(priorities: """{"name": "FewestPods", "weight": 1}""");
        string[] plugin = ["--plugin", PluginFolder.Library];
        Assert.Equal(ExitCode.Done, CommandLine.Run(["validate", folder.Scenario, .. plugin]).ExitCode);
        Assert.Equal(
            ExitCode.Done, CommandLine.Run(["replicate", folder.Scenario, "--seeds", "2", "--out", folder.Out, .. plugin]).ExitCode);
        Assert.Equal(
            ExitCode.Done,
            CommandLine.Run(["sweep", folder.Scenario, "--set", "duration=1m,2m", "--seeds", "1", "--out", $"{folder.Out}2", .. plugin])
                .ExitCode);
        var fit = CommandLine.Run(["plan", "fit", folder.Scenario, "--pods", folder.Write("pod.yaml", Pod), .. plugin]);
        Assert.Equal(ExitCode.Done, fit.ExitCode);
    }

    [Fact]
    public void A_trace_is_placed_by_it()
    {
        using var folder = PluginFolder.Of(priorities: """{"name": "FirstByName", "weight": 1}""");
        var jobs = folder.Write(
            "jobs.swf", string.Concat(Enumerable.Range(1, 4).Select(i => $"{i} {i} -1 100 1 -1 -1 1 -1 -1 1 7 -1 -1 -1 -1 -1 -1\n")));
        string[] trace = ["trace", jobs, "--format", "swf", "--out", folder.Out, "--plugin", PluginFolder.Library];
        string[] alike = ["--machines", "3", "--cpu", "4"];
        var policy = Path.Combine(Path.GetDirectoryName(folder.Scenario)!, "policy.json");
        Assert.Equal("machine-0 machine-0 machine-0 machine-0", Machines([.. trace, "--policy", policy, .. alike]));
        Assert.Equal("node-0001 node-0001 node-0001 node-0001", Machines([.. trace, "--scenario", folder.Scenario]));
        Refused([.. trace, .. alike], "--plugin brings rules that a policy names");
        Refused([.. trace, .. alike, "--policy", policy, "--kubernetes", "1.20.2"], "KubeSchedulerConfiguration");
        Refused([.. trace, "--scenario", folder.Scenario, "--kubernetes", "1.20.2"], "(FirstByName 2.5.1): it goes by profiles");

        string Machines(string[] arguments)
        {
            Assert.Equal((ExitCode.Done, ""), (CommandLine.Run(arguments) is var answer ? answer.ExitCode : -1, answer.Error));
            var rows = File.ReadLines(Path.Combine(folder.Out, "pods.csv")).Select(line => line.Split(',')).ToList();
            var column = Array.IndexOf(rows[0], "node");
            return string.Join(' ', rows.Skip(1).Select(row => row[column]));
        }

        static void Refused(string[] arguments, string sentence)
        {
            var answer = CommandLine.Run(arguments);
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        }
    }

    /// <summary>It is asked there, too; one that throws ends the serving.</summary>
    [Fact]
    public void A_served_run_has_it()
    {
        using var folder = PluginFolder.Of(priorities: """{"name": "Throws", "weight": 1}""");
        var answer = CommandLine.Run("serve", folder.Scenario, "--plugin", PluginFolder.Library, "--port", "0", "--speed", "max");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("Throws", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("BUG", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", """{"name": "FewestPods", "weight": 1}""", "", "FewestPods")]
    [InlineData("""{"name": "AtMost", "argument": {"settings": {"label": "app", "most": "99"}}}""", "", "", "AtMost")]
    public void A_scheduler_that_goes_by_profiles_asks_none_of_a_policy(
        string predicates, string priorities, string scheduler, string name)
    {
        using var folder = PluginFolder.Of(predicates, priorities, scheduler);
        var answer = folder.Run("--kubernetes", "1.20.2");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            $"the scheduler of Kubernetes 1.20.2 asks no rule of one's own that is named elsewhere ({name} ", answer.Error,
            StringComparison.Ordinal);
        Assert.Contains("as a filter or a score (config)", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_explained()
    {
        using var folder = PluginFolder.Of(priorities: """{"name": "FewestPods", "weight": 1}""");
        folder.Run();
        var name = File.ReadLines(Path.Combine(folder.Out, "pods.csv")).Skip(1).SelectMany(line => line.Split(','))
            .First(cell => cell.Contains("web-001-", StringComparison.Ordinal));
        var answer = CommandLine.Run("explain", folder.Out, "pod", name);
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("FewestPods", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("BUG", answer.Out, StringComparison.Ordinal);
    }

    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: one }
        spec: { containers: [{ name: c, image: i, resources: { requests: { cpu: 100m, memory: 100Mi } } }] }
        """;

    private static JsonElement Summary(PluginFolder folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Out, "summary.json"))).RootElement;
}
