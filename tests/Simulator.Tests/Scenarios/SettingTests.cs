using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Values of a scenario that are changed from the command line: <c>--set PATH=VALUE</c>.</summary>
public sealed class SettingTests
{
    /// <summary>A setting of <see cref="ScenarioText.Small"/>, and its one error after what was typed.</summary>
    private const string Cases = """
        clusters[0].nodePols[0].count=3                 => there is no key 'nodePols' in clusters[0]; did you mean 'nodePools'?
        colour=red                                      => there is no key 'colour' in the file; allowed are clusters, description, duration, expect,
        clusters[3].name=a                              => there is no item '3' in clusters; allowed are clusters[0], or by name clusters[c]
        clusters[0].nodePools[default].count=3          => there is no item 'default' in clusters[0].nodePools; allowed are clusters[0].nodePools[0], or by name clusters[0].nodePools[p]
        clusters.name=a                                 => clusters is a list; say which item: clusters[0], or by name clusters[c]
        clusters[0][1]=a                                => clusters[0] is a mapping; allowed after it are keys: applications, calibration, cloud,
        clusters[0].nodePools[0].count=abc              => clusters[0].nodePools[0].count: found 'abc'; allowed is a whole number from 1 to 100000
        clusters[0].nodePools[0].count=0                => clusters[0].nodePools[0].count: '0' is too small; allowed are whole numbers from 1 to 100000
        clusters[0].nodePools[0].count=                 => clusters[0].nodePools[0]: the key 'count' is missing
        clusters[0].zones[2]=x                          => there is no item '2' in clusters[0].zones; allowed are clusters[0].zones[0] to clusters[0].zones[1]
        clusters[0].zones[1]=a                          => clusters[0].zones[1]: the zone 'a' comes twice
        seed.x=3                                        => seed is a plain value (whole number); nothing stands below it
        scenario.x=3                                    => scenario is 's'; nothing stands below it
        random[0].kind=machine-crash                    => there is no random in the file; set the list as a whole: random=[...]
        clusters[0]nodePools=3                          => the path cannot be read at 'nodePools'; allowed are paths as in
        clusters[0.a=3                                  => the path cannot be read at '[0.a'; allowed are paths as in
        clusters[0]..a=3                                => the path cannot be read at '..a'; allowed are paths as in
        outages[+].kind=power-loss                      => outages[+] adds an item, which is given as a whole: outages[+]={ ... }
        outages[+]={ at: 1m, kind: power-loss, zone: q } => outages[0].zone: no zone 'q' in cluster 'c'; its zones are a, b
        outages=[{                                      => not YAML:
        outages=[{ at: 1m, kind: power-loss, zone: q }] => outages[0].zone: no zone 'q' in cluster 'c'; its zones are a, b
        clusters[0].controlPlane.kubelet.maxpods=3      => there is no key 'maxpods' in clusters[0].controlPlane.kubelet; did you mean 'max-pods'?
        clusters[0].workloads=[{ manifests: [no.yaml] }] => clusters[0].workloads[0].manifests[0]: there is no file
        clusters[0].nodePools[0].capacity=big           => clusters[0].nodePools[0].capacity: found 'big'; allowed is a mapping
        """;

    /// <summary>What can be set, and what a run says of it.</summary>
    private const string Right = """
        clusters[0].nodePools[0].count=7                                  => 7 nodes
        clusters[c].nodePools[p].count=7                                  => 7 nodes
        clusters[0].nodePools[0].capacity={ cpu: 8, memory: 8Gi }         => 4 nodes
        clusters[0].controlPlane.controller-manager.pod-eviction-timeout=1m => controller-manager: pod-eviction-timeout 1m (default 5m)
        clusters[0].nodePools[0].labels.'example.com/disk'=ssd            => 4 nodes
        clusters[0].zones[1]=x                                            => 2 zones
        clusters[0].region=                                               => 4 nodes
        outages=[{ at: 1m, kind: power-loss, zone: b }]                   => 4 nodes
        outages[+]={ at: 1m, kind: power-loss, zone: b }                  => 4 nodes
        scenario=t                                                        => t ·
        seed=9                                                            => seed 9
        """;

    public static TheoryData<string, string> Wrong { get; } = Rows(Cases);

    public static TheoryData<string, string> Possible { get; } = Rows(Right);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_set_gets_its_sentence(string setting, string sentence)
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("validate", folder.Write("s.yaml", ScenarioText.Small), "--set", setting);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith($"--set {setting}  {sentence}", Placeless(answer.Error, setting));
        Assert.Contains("1 error, ", answer.Error);
    }

    [Theory]
    [MemberData(nameof(Possible))]
    public void What_was_set_counts_and_is_told(string setting, string said)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var results = Path.Combine(folder.Path, "results");
        var answer = CommandLine.Run("run", path, "--set", setting, "--out", results);
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        Assert.Contains(said, answer.Out);
        Assert.Contains(setting, answer.Out);
        var summary = File.ReadAllText(Path.Combine(results, "summary.json"));
        Assert.Contains($"\"--set {setting}\"", summary);
        Assert.Contains(" --set ", Line(summary, "\"command\""));
    }

    [Fact]
    public void Without_a_path_there_is_nothing_to_set()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var answer = CommandLine.Run("run", path, "--set", "seed", "--set", "=3");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("--set seed  has no '='; allowed is PATH=VALUE", answer.Error);
        Assert.Contains("--set =3  has no path; allowed is PATH=VALUE", answer.Error);
    }

    [Fact]
    public void One_value_is_set_once()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("validate", folder.Write("s.yaml", ScenarioText.Small), "--set", "seed=1", "--set", "seed=2");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith("--set seed=2  seed is set twice", answer.Error);
    }

    [Fact]
    public void A_manifest_has_no_values_to_set()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: { name: a }");
        var answer = CommandLine.Run("validate", path, "--set", "seed=1");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("--set seed=1  only scenarios have values that can be set, and none of the files is one", answer.Error);
    }

    [Fact]
    public void A_setting_is_the_same_as_another_text_of_the_file()
    {
        using var folder = new ScratchFolder();
        var (set, written) = (Path.Combine(folder.Path, "set"), Path.Combine(folder.Path, "written"));
        CommandLine.Run("run", folder.Write("s.yaml", ScenarioText.Small), "--set", "clusters[0].start=empty", "--quiet", "--out", set);
        CommandLine.Run("run", folder.Write("t.yaml", ScenarioText.With("11>     start: empty")), "--quiet", "--out", written);
        Assert.Equal(Digest(written), Digest(set));
    }

    [Fact]
    public void Explain_runs_with_the_settings_of_the_results()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var results = Path.Combine(folder.Path, "results");
        CommandLine.Run("run", path, "--set", "clusters[0].nodePools[0].name=other", "--quiet", "--out", results);
        var answer = CommandLine.Run("explain", results, "node", "other-0001");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.DoesNotContain("digests differ", answer.Error);
        Assert.Equal(ExitCode.WrongInput, CommandLine.Run("explain", path, "node", "other-0001").ExitCode);
        Assert.Equal(
            ExitCode.Done, CommandLine.Run("explain", path, "node", "x-0001", "--set", "clusters[0].nodePools[0].name=x").ExitCode);
    }

    private static TheoryData<string, string> Rows(string cases) =>
        new(cases.Split('\n').Select(line => line.Split("=> ", 2)).Select(cells => (cells[0].Trim(), cells[1].Trim())));

    /// <summary>An error about the file itself is about the setting as well.</summary>
    private static string Placeless(string error, string setting) =>
        error.StartsWith("--set", StringComparison.Ordinal)
            ? error
            : $"--set {setting}  {error[(error.IndexOf("  ", StringComparison.Ordinal) + 2)..]}";

    private static string Line(string text, string word) => text.Split('\n').First(line => line.Contains(word, StringComparison.Ordinal));

    private static string Digest(string folder) => Line(File.ReadAllText(Path.Combine(folder, "summary.json")), "\"digest\"");
}
