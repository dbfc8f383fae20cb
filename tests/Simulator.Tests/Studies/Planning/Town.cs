using Simulator.Scenarios.Files;
using Simulator.Tests.Scenarios;
using Simulator.World.Explanation.Packing;
using Simulator.World.Running;
using Simulator.World.Specification;
using Simulator.World.Views;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

/// <summary>A small cluster of zones a, b and c, written as scenarios and manifests are.</summary>
internal sealed class Town : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The scenario file; <paramref name="workloads"/> are flow mappings as they stand in one.</summary>
    public string Scenario(
        int nodes, string workloads = "", string pool = "capacity: { cpu: 4, memory: 16Gi }", string rest = "",
        string zones = "[a, b, c]") => _folder.Write(
        "town.yaml",
        $$"""
        scenario: town
        duration: 10m
        clusters:
          - name: c
            zones: {{zones}}
            nodePools:
              - { name: p, {{pool}}, count: {{nodes}} }
            workloads: [{{workloads}}]
        {{rest}}
        """);

    public string Manifest(string text, string name = "pods.yaml") => _folder.Write(name, text);

    /// <summary>A bare pod that requests so much.</summary>
    public string Pod(string cpu = "500m", string memory = "100Mi", string spec = "", string metadata = "") => Manifest(
        $$"""
        apiVersion: v1
        kind: Pod
        metadata: { name: one{{metadata}} }
        spec:
          containers: [{ name: c, image: "web:1", resources: { requests: { cpu: {{cpu}}, memory: {{memory}} } } }]
        {{spec}}
        """);

    public static Scenario Read(string path)
    {
        var file = ScenarioReader.Read(path);
        Assert.False(file.Diagnostics.HasErrors, string.Join('\n', file.Diagnostics.All));
        return file.Scenario!;
    }

    public static ScenarioRun Started(string path)
    {
        var run = new ScenarioRun(Read(path));
        run.Start();
        return run;
    }

    public static ClusterSnapshot Snapshot(string path) => ClusterSnapshot.Of((IClusterView)Started(path).Clusters[0]);
}
