using Simulator.Serve.Runs;

namespace Simulator.Serve.Tests.Serving;

/// <summary>A cluster of 2,000 nodes with 60,000 pods in 20 namespaces, all running at the start.</summary>
internal sealed class Crowd : IDisposable
{
    private const string Scenario = """
        scenario: crowd
        seed: 1
        duration: 1h
        clusters:
          - name: crowd
            zones: [a, b, c]
            nodePools: [{ name: default, count: 2000, capacity: { cpu: 4, memory: 15Gi, pods: 110 } }]
            controlPlane: { version: 1.3.10 }
            workloads: [{ manifests: [teams.yaml] }]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("crowd").FullName;

    public ServedRun Begin()
    {
        File.WriteAllText(Path.Combine(_folder, "teams.yaml"), string.Join("---\n", Enumerable.Range(0, 20).Select(Team)));
        var path = Path.Combine(_folder, "crowd.yaml");
        File.WriteAllText(path, Scenario);
        return new ServedRun(Served.Read(path), Served.Origin);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Team(int number) => $$"""
        apiVersion: v1
        kind: Namespace
        metadata: { name: team-{{number:00}} }
        ---
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web, namespace: team-{{number:00}} }
        spec:
          replicas: 3000
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.11", resources: { requests: { cpu: 50m, memory: 64Mi } } }] }

        """;
}
