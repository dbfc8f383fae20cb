using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// The ReplicaSets of the federation's own examples of September 2016, as they are: spread, and moved when a region is lost.
/// </summary>
public sealed class FederationManifestTests
{
    private const string Template = """
          template:
            metadata:
              labels:
                app: nginx
            spec:
              containers:
                - name: nginx
                  image: nginx:1.10
                  resources:
                    requests:
                      cpu: 100m
                      memory: 100Mi
        """;

    private const string Everywhere = $"""
        apiVersion: extensions/v1beta1
        kind: ReplicaSet
        metadata:
          name: nginx
        spec:
          replicas: 4
        {Template}
        """;

    private const string InTheUs = $$"""
        apiVersion: extensions/v1beta1
        kind: ReplicaSet
        metadata:
          name: nginx-us
          annotations:
            federation.kubernetes.io/replica-set-preferences: |
                {
                    "rebalance": true,
                    "clusters": {
                        "gce-us-east1": {
                            "minReplicas": 2,
                            "maxReplicas": 4,
                            "weight": 1
                        },
                        "gce-us-central1": {
                            "minReplicas": 2,
                            "maxReplicas": 4,
                            "weight": 1
                        }
                    }
                }
        spec:
          replicas: 4
        {{Template}}
        """;

    private static readonly string[] Places = ["asia-east1", "europe-west1", "us-central1", "us-east1"];

    [Theory]
    [InlineData(Everywhere, "1 1 1 1", 1)]
    [InlineData(InTheUs, "0 0 2 2", 2)]
    public void They_are_spread_and_what_a_dark_region_had_moves(string manifest, string spread, int moved)
    {
        using var folder = new ScratchFolder();
        folder.Write("rs.yaml", manifest);
        var file = ScenarioReader.Read(folder.Write("s.yaml", Text()));
        Assert.Empty(file.Diagnostics.Errors);
        var recorder = new RunRecorder(file.Scenario!);
        var run = new ScenarioRun(file.Scenario!, recorder);
        run.Start();
        run.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(spread, string.Join(' ', run.Clusters.Select(cluster => cluster.Store.List("Pod").Count())));
        run.Advance(TimeSpan.FromMinutes(30));
        var measures = Summary.From(recorder, new RunFacts { Digest = "", Version = "0" }).Measures;
        Assert.Equal(moved, measures["federation.replicasMoved"]);

        // The clusters are looked at every 40 s.
        Assert.InRange(measures["federation.noticed"], 0, 80);
    }

    private static string Text() => $$"""
        scenario: examples
        duration: 30m
        clusters:
        {{string.Join('\n', Places.Select(Cluster))}}
        federation: { workloads: [{ manifests: [rs.yaml] }] }
        outages: [{ kind: power-loss, cluster: gce-us-east1, region: us-east1, at: 10m }]
        """;

    private static string Cluster(string place) => $$"""
          - name: gce-{{place}}
            region: {{place}}
            zones: [{{place}}-b]
            nodePools: [{ name: p, machineType: n1-standard-4, count: 2 }]
        """;
}
