using System.Globalization;
using Simulator.Cli.Output;
using Xunit;

namespace Simulator.Tests.Plugins;

/// <summary>HTTP extenders of a configuration with profiles, in whose place a plug-in answers.</summary>
public sealed class ProfileExtenderTests
{
    private const string Filter = "filterVerb: filter, httpTimeout: 1s";

    /// <summary>Its scores count tenfold: 3 x 20 x 10 is more than spreading is worth, 3 x 20 would be less.</summary>
    [Theory]
    [InlineData(Filter + ", prioritizeVerb: rank, weight: 20", "0s", "0 0 0 8")]
    [InlineData(Filter, "20ms", "0 4 0 4")]
    [InlineData(Filter, "2s", "0 0 0 0")]
    [InlineData(Filter + ", ignorable: true", "2s", "2 2 2 2")]
    [InlineData("prioritizeVerb: rank, weight: 20, httpTimeout: 1s", "2s", "2 2 2 2")]
    [InlineData(Filter + ", managedResources: [{ name: example.com/gpu }]", "0s", "2 2 2 2")]
    [InlineData(Filter + ", managedResources: [{ name: cpu }]", "0s", "0 4 0 4")]
    [InlineData("bindVerb: bind, httpTimeout: 1s", "2s", "0 0 0 0")]
    [InlineData("bindVerb: bind, httpTimeout: 1s", "900ms", "2 2 2 2")]
    public void It_has_its_say(string extender, string latency, string spread)
    {
        using var folder = Folder(extender, latency);
        var answer = folder.Run("--check", "--kubernetes", "1.20.2");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Equal(spread, folder.Spread());
    }

    /// <summary>Filter and prioritize hold the next pod up; binding does not.</summary>
    [Theory]
    [InlineData(Filter + ", prioritizeVerb: rank, weight: 1", 8 * 0.8)]
    [InlineData("bindVerb: bind", 0.4)]
    public void What_it_takes_is_time_of_the_scheduler(string extender, double seconds)
    {
        using var folder = Folder(extender, "400ms");
        folder.Run("--kubernetes", "1.20.2");
        var last = File.ReadLines(Path.Combine(folder.Out, "events.csv"))
            .Last(line => line.Contains(",PodBound,", StringComparison.Ordinal));
        Assert.InRange(double.Parse(last.Split(',')[0], CultureInfo.InvariantCulture), seconds, seconds + 0.2);
    }

    /// <summary>Four nodes are full of pods that are as good as victims; without an extender the first by name loses its pod.</summary>
    [Theory]
    [InlineData("preemptVerb: preempt", "node-0002")]
    [InlineData("preemptVerb: preempt, managedResources: [{ name: example.com/gpu }]", "node-0001")]
    public void It_says_who_makes_room(string extender, string node)
    {
        using var folder = Folder(extender, "0s");
        folder.Write("low.yaml", Deployment("low", replicas: 4));
        folder.Write("high.yaml", High + Deployment("high", replicas: 1));
        File.WriteAllText(
            folder.Scenario,
            File.ReadAllText(folder.Scenario).Replace(
                "workloads: [{",
                "workloads: [{ at: 1s, manifests: [low.yaml] }, { at: 30s, manifests: [high.yaml] }, { at: 110s,",
                StringComparison.Ordinal));
        var answer = folder.Run("--kubernetes", "1.20.2");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        var first = File.ReadLines(Path.Combine(folder.Out, "events.csv"))
            .First(line => line.Contains(",PodPreempted,", StringComparison.Ordinal));
        Assert.Contains(node, first, StringComparison.Ordinal);
    }

    [Fact]
    public void One_for_which_nothing_answers_is_told_of()
    {
        using var folder = PluginFolder.OfProfile($"      score: {{}}\nextenders: [{{ urlPrefix: 'http://gpu', {Filter} }}]");
        var answer = folder.Run("--kubernetes", "1.20.2");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("KubeSchedulerConfiguration extenders", answer.Error, StringComparison.Ordinal);
        Assert.Contains("HTTP extenders are not called", answer.Error, StringComparison.Ordinal);
    }

    private static PluginFolder Folder(string extender, string latency) => PluginFolder.OfProfile(
        $"      score: {{}}\nextenders: [{{ urlPrefix: 'http://gpu', {extender} }}]",
        $"extenders: [{{ url: 'http://gpu', plugin: OnlyZone, settings: {{ zone: b }}, latency: {latency} }}]");

    private const string High = """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: { name: high }
        value: 1000
        ---

        """;

    private static string Deployment(string name, int replicas) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: {{name}} }
        spec:
          replicas: {{replicas}}
          selector: { matchLabels: { app: {{name}} } }
          template:
            metadata: { labels: { app: {{name}} } }
            spec:
              {{(name == "high" ? "priorityClassName: high" : "terminationGracePeriodSeconds: 1")}}
              containers: [{ name: c, image: i, resources: { requests: { cpu: 3 } } }]
        """;
}
