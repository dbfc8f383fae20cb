using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Xunit;

namespace Simulator.Tests.Plugins;

/// <summary>Rules of one's own as filters and scores of a profile, under a Kubernetes that has profiles.</summary>
public sealed class ProfilePluginTests
{
    private const string AtMostThree = """
              filter: { enabled: [{ name: AtMost }] }
              score: { disabled: [{ name: "*" }], enabled: [{ name: FirstByName }] }
            pluginConfig: [{ name: AtMost, args: { label: app, most: 3 } }]
        """;

    /// <summary>Scores below 0 are brought into the range; rules of the default provider have their say unless disabled.</summary>
    [Theory]
    [InlineData("      score: { enabled: [{ name: FewestPods, weight: 100 }] }", "", "2 2 2 2")]
    [InlineData("""      score: { disabled: [{ name: "*" }], enabled: [{ name: FirstByName }] }""", "", "8 0 0 0")]
    [InlineData(
        "      multiPoint: { disabled: [{ name: ImageLocality }], enabled: [{ name: FirstByName, weight: 900 }] }", "", "8 0 0 0")]
    [InlineData(AtMostThree, "", "3 3 2 0")]
    [InlineData("", "decider: { plugin: LastWithACore }", "0 0 0 8")]
    public void It_decides(string plugins, string scheduler, string spread)
    {
        using var folder = PluginFolder.OfProfile(plugins, scheduler);
        var answer = folder.Run("--check", "--kubernetes", "1.20.2");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Equal(spread, folder.Spread());
    }

    [Theory]
    [InlineData("      filter: { enabled: [{ name: AtMos }] }", "no plug-in 'AtMos' at filter; allowed are ")]
    [InlineData("      filter: { enabled: [{ name: FewestPods }] }", "no plug-in 'FewestPods' at filter; allowed are ")]
    [InlineData("      multiPoint: { enabled: [{ name: FewestPod }] }", "no plug-in 'FewestPod' at multiPoint; allowed are ")]
    [InlineData("      filter: { enabled: [{ name: AtMost }] }", "the plug-in does not take its args: the setting 'label' is missing")]
    [InlineData("      score: { enabled: [{ name: FewestPods }] }\n    pluginConfig: [{ name: FewestPods, args: { a: b } }]",
        "it takes no settings")]
    [InlineData("      score: { enabled: [{ name: Unmade }] }", "cannot be made: NotSupportedException: not today")]
    [InlineData("      score: { enabled: [{ name: Throws }] }", "the plug-in Throws (LIBRARY, 2.5.1) failed about pod default/web-001-")]
    [InlineData("      filter: { enabled: [{ name: Throws }] }", "KeyNotFoundException: gone")]
    [InlineData("      score: { enabled: [{ name: NoNumber }] }", "its score is NaN; allowed are numbers from -2^53 to 2^53")]
    [InlineData("      score: { enabled: [{ name: Infinite }] }", "its score is Infinity")]
    public void It_is_wrong(string plugins, string sentence)
    {
        using var folder = PluginFolder.OfProfile(plugins);
        var answer = folder.Run("--kubernetes", "1.20.2");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            sentence.Replace("LIBRARY", PluginFolder.Library, StringComparison.Ordinal), answer.Error, StringComparison.Ordinal);
    }

    /// <summary>Otherwise 1.3.10 would run without it, and nobody would know.</summary>
    [Fact]
    public void A_scheduler_that_goes_by_policies_asks_none_of_a_profile()
    {
        using var folder = PluginFolder.OfProfile("      score: { enabled: [{ name: FewestPods }] }");
        var answer = folder.Run();
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("(FewestPods 2.5.1): it goes by policies; name it in one", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_named_explained_and_traced()
    {
        using var folder = PluginFolder.OfProfile("      score: { enabled: [{ name: FewestPods, weight: 100 }] }");
        Assert.Equal(ExitCode.Done, folder.Run("--kubernetes", "1.20.2").ExitCode);
        var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Out, "summary.json"))).RootElement;
        Assert.Contains("plug-in FewestPods 2.5.1", summary.GetProperty("flags").ToString(), StringComparison.Ordinal);
        var name = File.ReadLines(Path.Combine(folder.Out, "pods.csv")).Skip(1).SelectMany(line => line.Split(','))
            .First(cell => cell.Contains("web-001-", StringComparison.Ordinal));
        var explained = CommandLine.Run("explain", folder.Out, "pod", name);
        Assert.Equal((ExitCode.Done, ""), (explained.ExitCode, explained.Error));
        Assert.Contains("FewestPods", explained.Out, StringComparison.Ordinal);

        var jobs = folder.Write("jobs.swf", "1 1 -1 100 1 -1 -1 1 -1 -1 1 7 -1 -1 -1 -1 -1 -1\n");
        var profile = Path.Combine(Path.GetDirectoryName(folder.Scenario)!, "profile.yaml");
        string[] trace =
            ["trace", jobs, "--format", "swf", "--kubernetes", "1.20.2", "--out", $"{folder.Out}-trace", "--plugin", PluginFolder.Library];
        foreach (string[] machines in (string[][])[["--scenario", folder.Scenario], ["--machines", "3", "--cpu", "4", "--policy", profile]])
        {
            var answer = CommandLine.Run([.. trace, .. machines]);
            Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        }
    }

    /// <summary>It is asked there, too; one that throws ends the serving.</summary>
    [Fact]
    public void A_served_run_has_it()
    {
        using var folder = PluginFolder.OfProfile("      score: { enabled: [{ name: Throws }] }");
        var answer = CommandLine.Run(
            "serve", folder.Scenario, "--set", "clusters[0].controlPlane.version=1.20.2", "--plugin", PluginFolder.Library, "--port", "0",
            "--speed", "max");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("Throws", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("BUG", answer.Error, StringComparison.Ordinal);
    }
}
