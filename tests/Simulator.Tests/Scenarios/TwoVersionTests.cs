using Simulator.ControlPlane.Versions;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// One set of files under every version: scenarios/two-versions.md says trouble by trouble what each makes of it, and all other shipped
/// scenarios run under each, but for those that the page names.
/// </summary>
public sealed class TwoVersionTests
{
    private static readonly string Scenarios = Repository.Folder("scenarios");

    /// <summary>Folders and scenarios that are not run under every version, and why.</summary>
    private static readonly (string Name, string Why)[] LeftOut =
    [
        ("elastic", "the cluster autoscaler of 2016, which no cluster of 1.20 runs"),
        ("federation", "the federation of 1.3 and 1.4, which was given up before 1.20"),
        ("studies/day-autoscaled", "the cluster autoscaler of 2016, which no cluster of 1.20 runs"),
        ("load/week-of-200", "a week of 200 autoscalers: too long for a test"),
        ("stateful/cassandra-1000", "1,000 databases: too long for a test"),
        ("stateful/thousand-pets", "1,000 pets: too long for a test"),
        ("hundred-thousand", "100,000 nodes: too long for a test"),
        ("large-deployments", "5,000 nodes: too long for a test"),
        ("zone-outage", "2,000 nodes: too long for a test; side by side in scenarios/README.md"),
        ("zone-outage-faster-client", "2,000 nodes: too long for a test"),
        ("zone-outage-faster-eviction", "2,000 nodes, and a flag that only 1.3.10 has"),
        ("measured-1.20", "held to recordings of 1.20.2 alone (tests/README.md)"),
        ("two-versions", "the scenarios of this page"),
    ];

    /// <summary>Of a day of the same an hour is enough.</summary>
    private static readonly Dictionary<string, string> Shortened = new(StringComparer.Ordinal) { ["day-fixed"] = "1h", ["random"] = "24h" };

    public static TheoryData<string> Troubles { get; } = ShippedScenario.In(Path.Combine(Scenarios, "two-versions"));

    public static TheoryData<string> Others { get; } =
    [
        .. new[] { "", "troubles", "load", "stateful", "studies", "studies/regression-gate", "plugins/fgd", "traces" }
            .SelectMany(folder => ShippedScenario.In(Path.Combine(Scenarios, folder)).Select(row => Path.Combine(folder, row.Data)))
            .Where(name => !IsLeftOut(name)),
    ];

    private static bool IsLeftOut(string name) => LeftOut.Any(
        left => name == left.Name || name.StartsWith($"{left.Name}-", StringComparison.Ordinal)
            || name.StartsWith($"{left.Name}/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Troubles))]
    public void The_page_says_what_each_version_makes_of_a_trouble(string name)
    {
        var path = Path.Combine(Scenarios, "two-versions", $"{name}.yaml");
        var answers = KubernetesVersions.Names.Select(version => $"> **{version}**: {AnswerOf(path, version)}");
        Page.Says(
            Path.Combine("scenarios", "two-versions.md"),
            $"### [{name}](two-versions/{name}.yaml)\n\n{ScenarioReader.Read(path).Description}\n\n{string.Join("\n>\n", answers)}\n",
            $"### [{name}]", line => line.StartsWith('#'));
    }

    /// <summary>A folder that is in neither list would be forgotten.</summary>
    [Fact]
    public void No_shipped_scenario_is_forgotten()
    {
        var run = Troubles.Select(row => $"two-versions/{row.Data}").Concat(Others.Select(row => row.Data.Replace('\\', '/'))).ToHashSet();
        var forgotten = Directory.EnumerateFiles(Scenarios, "*.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).First().StartsWith("scenario:", StringComparison.Ordinal))
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Scenarios, file), null).Replace('\\', '/'))
            .Where(name => !run.Contains(name) && !IsLeftOut(name));
        None.Of(forgotten);
    }

    /// <summary>Held to all invariants, under the version that the file does not say.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void A_shipped_scenario_runs_under_the_other_version_too(string name) =>
        Assert.NotEmpty(Run(Path.Combine(Scenarios, $"{name}.yaml"), KubernetesVersions.Names[^1]).Digest);

    [Fact]
    public void The_page_names_what_is_left_out()
    {
        var table = string.Join('\n', LeftOut.Where(left => left.Name != "two-versions").Select(left => $"| `{left.Name}` | {left.Why} |"));
        Page.Says(Path.Combine("scenarios", "two-versions.md"), table, $"| `{LeftOut[0].Name}` |", line => !line.StartsWith('|'));
        Assert.All(LeftOut, left => Assert.NotEmpty(Directory.GetFileSystemEntries(Scenarios, $"{left.Name}*")));
    }

    private static string AnswerOf(string path, string version)
    {
        var summary = Run(path, version);
        return $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
    }

    private static Summary Run(string path, string version)
    {
        List<Setting> settings = [new Setting("clusters[*].controlPlane.version", version)];
        var name = Path.GetFileNameWithoutExtension(path);
        if (Shortened.TryGetValue(name, out var duration)) settings.Add(new Setting("duration", duration));
        return ShippedScenario.Run(path, settings).Summary;
    }
}
