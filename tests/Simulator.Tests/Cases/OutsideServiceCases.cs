using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>A service that stands for a name outside the cluster, under a version that knows such services and one that does not.</summary>
public sealed class OutsideServiceCases
{
    private const string Refusal =
        "spec.type: Unsupported value: \"ExternalName\": supported values: ClusterIP, LoadBalancer, NodePort";

    [Fact]
    public void The_later_version_takes_it()
    {
        using var folder = Folder("1.20.2", "db.example.com");
        var told = CommandLine.Run("validate", "--strict", Path(folder));
        Assert.Equal((ExitCode.Done, ""), (told.ExitCode, told.Error));
        var run = CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out"));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void It_judges_the_name()
    {
        using var folder = Folder("1.20.2", "db_1");
        Assert.Contains("spec.externalName: Invalid value: \"db_1\"", Told(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void What_answers_outside_is_not_simulated()
    {
        using var folder = Folder("1.20.2", "db.example.com", "traffic: [{ services: [db], rate: 1 }]");
        Assert.Contains(
            "the service 'db' stands for db.example.com outside the cluster: what answers there is not simulated [changes decisions]",
            Told(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_version_refuses_it()
    {
        using var folder = Folder("1.3.10", "db.example.com");
        Assert.Contains(Refusal, Told(folder), StringComparison.Ordinal);
        Assert.Contains("spec.ports: Required value", Told(folder), StringComparison.Ordinal);
    }

    private static string Told(ScratchFolder folder) => CommandLine.Run("validate", Path(folder)).Error;

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "scenario.yaml");

    private static ScratchFolder Folder(string version, string name, string traffic = "")
    {
        var folder = new ScratchFolder();
        folder.Write("db.yaml", $$"""
            apiVersion: v1
            kind: Service
            metadata: { name: db }
            spec: { type: ExternalName, externalName: {{name}} }
            """);
        folder.Write("scenario.yaml", $$"""
            scenario: s
            duration: 2m
            clusters:
              - name: c
                zones: [a]
                controlPlane: { version: {{version}} }
                nodePools: [{ name: n, capacity: { cpu: 4, memory: 16Gi }, count: 1 }]
                workloads: [{ manifests: [db.yaml] }]
                {{traffic}}
            """);
        return folder;
    }
}
