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
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
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

    /// <summary>One that keeps one zone alone lets pods of the other stay, though they are as good victims.</summary>
    [Theory]
    [InlineData("preemptVerb: preempt", "b")]
    [InlineData("preemptVerb: preempt", "a")]
    public void It_says_who_makes_room(string extender, string zone)
    {
        using var folder = Folder(extender, "0s", zone);
        folder.Write("pods.yaml", Pods);
        File.WriteAllText(
            folder.Scenario,
            File.ReadAllText(folder.Scenario).Replace("workloads: [", "workloads: [{ manifests: [pods.yaml] }, ", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, folder.Run("--kubernetes", "1.20.2").ExitCode);
        var gone = File.ReadLines(Path.Combine(folder.Out, "events.csv"))
            .Single(line => line.Contains(",PodPreempted,", StringComparison.Ordinal));
        var at = gone[gone.IndexOf(" on ", StringComparison.Ordinal)..];
        Assert.Contains(zone == "a" ? "node-0001" : "node-0002", at, StringComparison.Ordinal);
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

    private static PluginFolder Folder(string extender, string latency, string zone = "b") => PluginFolder.OfProfile(
        $"      score: {{}}\nextenders: [{{ urlPrefix: 'http://gpu', {extender} }}]",
        $"extenders: [{{ url: 'http://gpu', plugin: OnlyZone, settings: {{ zone: {zone} }}, latency: {latency} }}]");

    private const string Pods = """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: { name: high }
        value: 1000
        ---
        TODO
        """;
}
