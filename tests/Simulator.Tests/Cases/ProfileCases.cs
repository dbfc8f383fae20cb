using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Profiles of a scheduler, in a file as users have it.</summary>
public sealed class ProfileCases
{
    private const string Profiles = """
        apiVersion: kubescheduler.config.k8s.io/v1beta1
        kind: KubeSchedulerConfiguration
        profiles:
          - schedulerName: default-scheduler
            plugins: { score: { disabled: [{ name: NodeResourcesLeastAllocated }], enabled: [{ name: PLUGIN, weight: 5 }] } }
        """;

    [Fact]
    public void A_profile_changes_what_scores()
    {
        using var folder = Folder("1.20.2", Profiles.Replace("PLUGIN", "NodeResourcesMostAllocated", StringComparison.Ordinal));
        var answer = CommandLine.Run("explain", Path(folder), "pod", "p");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("NodeResourcesMostAllocated x5", answer.Out);
        Assert.DoesNotContain("NodeResourcesLeastAllocated", answer.Out);
    }

    [Fact]
    public void A_plug_in_that_nobody_knows_is_refused_with_its_place()
    {
        using var folder = Folder("1.20.2", Profiles.Replace("PLUGIN", "NodeResourcesMostAlocated", StringComparison.Ordinal));
        var answer = CommandLine.Run("validate", Path(folder));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("profiles.yaml:5:", answer.Error);
        Assert.Contains("NodeResourcesMostAlocated", answer.Error);
        Assert.Contains("NodeResourcesMostAllocated", answer.Error);
    }

    [Fact]
    public void To_1_3_it_means_nothing_and_that_is_told()
    {
        using var folder = Folder("1.3.10", Profiles.Replace("PLUGIN", "NodeResourcesMostAllocated", StringComparison.Ordinal));
        Assert.Contains("it has no profiles", CommandLine.Run("validate", Path(folder)).Error);
    }

    [Fact]
    public void By_itself_it_is_judged_and_names_that_nobody_knows_may_be_of_a_plug_in()
    {
        using var folder = Folder("1.20.2", Profiles);
        var answer = CommandLine.Run("validate", System.IO.Path.Combine(folder.Path, "profiles.yaml"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("no plug-in 'PLUGIN' at score", answer.Error);
        Assert.Contains("a rule of one's own comes with --plugin", answer.Error);
    }

    /// <summary>A kubelet does not ask for what its node does not have; the scheduler asks unless its profile ignores it.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("ignoredResources: [example.com/licence]", false)]
    [InlineData("ignoredResourceGroups: [example.com]", false)]
    [InlineData("ignoredResourceGroups: [example.org]", true)]
    public void A_resource_that_no_node_has_is_told_unless_the_profile_ignores_it(string args, bool isTold)
    {
        using var folder = Folder("1.20.2", $$"""
            apiVersion: kubescheduler.config.k8s.io/v1beta1
            kind: KubeSchedulerConfiguration
            profiles: [{ pluginConfig: [{ name: NodeResourcesFit, args: { {{args}} } }] }]
            """);
        var path = System.IO.Path.Combine(folder.Path, "m.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("cpu: 1 }", "cpu: 1, example.com/licence: 1 }", StringComparison.Ordinal));
        Assert.Equal(
            isTold, CommandLine.Run("validate", Path(folder)).Error.Contains("asks for 1 example.com/licence", StringComparison.Ordinal));
        var said = CommandLine.Run("explain", Path(folder), "pod", "p").Out;
        Assert.Equal(isTold, said.Contains("Insufficient example.com/licence", StringComparison.Ordinal));
        Assert.Equal(!isTold, said.Contains("Running on n-000", StringComparison.Ordinal));
    }

    private static ScratchFolder Folder(string version, string profiles)
    {
        var folder = new ScratchFolder();
        folder.Write("profiles.yaml", profiles);
        folder.Write("m.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: { name: p }
            spec: { containers: [{ name: c, image: a, resources: { requests: { cpu: 1 } } }] }
            """);
        folder.Write("s.yaml", $$"""
            scenario: s
            duration: 1m
            clusters:
              - name: c
                zones: [a]
                start: empty
                nodePools: [{ name: n, count: 2, capacity: { cpu: 4, memory: 8Gi } }]
                controlPlane: { version: {{version}}, scheduler: { config: profiles.yaml } }
                workloads: [{ manifests: [m.yaml] }]
            """);
        return folder;
    }

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");
}
