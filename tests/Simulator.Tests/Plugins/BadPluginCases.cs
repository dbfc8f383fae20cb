using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Xunit;

namespace Simulator.Tests.Plugins;

/// <summary>Whatever is wrong with a plug-in is a sentence that names it and exit code 2: never a bug of the simulator.</summary>
public sealed class BadPluginCases
{
    private const string Throws = """{"name": "Throws", "weight": 1}""";

    [Theory]
    [InlineData(
        "", Throws, "", "the plug-in Throws (LIBRARY, 2.5.1) failed about pod default/web-001-", "InvalidOperationException: no idea")]
    [InlineData("""{"name": "Throws"}""", "", "", "the plug-in Throws (LIBRARY, 2.5.1) failed about pod", "KeyNotFoundException: gone")]
    [InlineData("", """{"name": "NoNumber", "weight": 1}""", "", "the plug-in NoNumber (LIBRARY, 2.5.1) is wrong about pod",
        "its score is NaN; allowed are numbers from -2^53 to 2^53")]
    [InlineData("", """{"name": "Infinite", "weight": 1}""", "", "the plug-in Infinite (LIBRARY, 2.5.1) is wrong about pod",
        "its score is Infinity")]
    [InlineData("", "", "decider: { plugin: Stranger }", "the plug-in Stranger (LIBRARY, 2.5.1) is wrong about pod",
        "it chose a node that it was not offered")]
    public void It_fails_in_a_decision(string predicates, string priorities, string scheduler, string subject, string what)
    {
        using var folder = PluginFolder.Of(predicates, priorities, scheduler);
        foreach (string[] verb in (string[][])[["run"], ["replicate", "--seeds", "2"]])
        {
            var answer = CommandLine.Run([verb[0], folder.Scenario, "--out", folder.Out, "--plugin", PluginFolder.Library, .. verb[1..]]);
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Contains(
                subject.Replace("LIBRARY", PluginFolder.Library, StringComparison.Ordinal), answer.Error, StringComparison.Ordinal);
            Assert.Contains(what, answer.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(folder.Out, "summary.json")));
        }
    }

    [Theory]
    [InlineData("", """{"name": "FewestPod", "weight": 1}""", "", "priorities[0].name: no priority 'FewestPod'; registered are")]
    [InlineData("", """{"name": "AtMost", "weight": 1}""", "", "AtMost of LIBRARY is something else")]
    [InlineData("""{"name": "AtMost"}""", "", "", "predicates[1].name: the plug-in does not take its settings: the setting 'label'")]
    [InlineData("""{"name": "AtMost", "argument": {"settings": {"label": "app", "most": "none"}}}""", "", "",
        "most is none; allowed are whole numbers from 1")]
    [InlineData("", """{"name": "FewestPods", "weight": 1, "argument": {"settings": {"a": "b"}}}""", "", "it takes no settings")]
    [InlineData("", """{"name": "Unmade", "weight": 1}""", "", "cannot be made: NotSupportedException: not today")]
    [InlineData("", "", "decider: { plugin: FewestPods }", "FewestPods of LIBRARY is no decider")]
    [InlineData("", "", "decider: { plugin: Nobody }", "there is no decider 'Nobody'; the plug-ins have AtMost, ")]
    [InlineData("", "", "extenders: [{ url: 'http://x', plugin: OnlyZone }]", "neither the policy nor config has extenders")]
    public void It_is_named_wrongly(string predicates, string priorities, string scheduler, string sentence)
    {
        using var folder = PluginFolder.Of(predicates, priorities, scheduler);
        var answer = folder.Run();
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            sentence.Replace("LIBRARY", PluginFolder.Library, StringComparison.Ordinal), answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_there() => Refused(folder => Path.Combine(folder.Out, "none.dll"), "there is no such file");

    [Fact]
    public void It_is_a_folder() => Refused(_ => Path.GetTempPath(), "this is a folder");

    [Fact]
    public void It_is_no_library() => Refused(folder => folder.Write("text.dll", "hello"), "it is no library of .NET for this machine");

    /// <summary>A library of another trade: it has no rule.</summary>
    [Fact]
    public void It_has_no_rule() => Refused(
        _ => typeof(FactAttribute).Assembly.Location,
        "it has no rule: allowed are public classes with [SchedulerPlugin(\"Name\")] that are one of INodePredicate, INodePriority, ");

    /// <summary>A scenario may be anybody's: reading one runs nobody's code.</summary>
    [Fact]
    public void It_may_not_be_named_in_a_file()
    {
        using var folder = PluginFolder.Of();
        var path = folder.Write("own.yaml", File.ReadAllText(folder.Scenario) + $"\nplugins: ['{PluginFolder.Library}']\n");
        var answer = CommandLine.Run("validate", path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("a plug-in is code, and a scenario may be anybody's", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_stands_for_itself_may_name_rules_that_are_not_here()
    {
        using var folder = PluginFolder.Of(predicates: """{"name": "MyOwnRule"}""");
        var policy = Path.Combine(Path.GetDirectoryName(folder.Scenario)!, "policy.json");
        var answer = CommandLine.Run("validate", policy);
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("no predicate 'MyOwnRule'", answer.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongInput, CommandLine.Run("validate", policy, "--plugin", PluginFolder.Library).ExitCode);
    }

    private static void Refused(Func<PluginFolder, string> path, string sentence)
    {
        using var folder = PluginFolder.Of(priorities: """{"name": "FewestPods", "weight": 1}""");
        var file = path(folder);
        var answer = CommandLine.Run("run", folder.Scenario, "--out", folder.Out, "--plugin", file);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith($"--plugin {file}  {sentence}", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("FewestPods", answer.Error, StringComparison.Ordinal);
    }
}
