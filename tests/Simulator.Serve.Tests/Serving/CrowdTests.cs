using System.Diagnostics;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>A served cluster of 2,000 nodes and 60,000 pods: what lists and watches of it cost. Figures stand in tests/README.md.</summary>
public sealed class CrowdTests : IDisposable
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

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

    [Fact(Explicit = true)]
    public void Lists_and_watches_of_many_pods_are_quick()
    {
        var run = Begin();
        var door = run.Doors[0];
        foreach (var look in (string[])["first", "second"])
        {
            Time($"{look} look at the 3,000 pods of a namespace as a table", () => Ask(door, "/api/v1/namespaces/team-03/pods", Table));
            Time($"{look} list of the pods of a node", () => Ask(door, "/api/v1/pods?fieldSelector=spec.nodeName%3Ddefault-0007"));
            Time($"{look} list of all 60,000 pods", () => Ask(door, "/api/v1/pods"));
        }

        Time("1,200 changes that nobody watches", () => Change(door, 1200));
        var ten = Enumerable.Range(0, 10).Select(_ => Watch(door, "/api/v1/watch/pods?resourceVersion=" + door.Documents.Version)).ToList();
        Time("1,200 changes with ten watchers of all pods", () => Change(door, 1200));
        Assert.All(ten, sink => Assert.Equal(1200, sink.Frames));
        var idle = Enumerable.Range(0, 10_000)
            .Select(i => Watch(door, $"/api/v1/watch/namespaces/team-19/pods/idle-{i}?resourceVersion={door.Documents.Version}")).ToList();
        Time("1,200 changes with 10,000 idle watches besides", () => Change(door, 1200));
        Assert.All(idle, sink => Assert.Equal(0, sink.Frames));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ServedRun Begin()
    {
        File.WriteAllText(Path.Combine(_folder, "teams.yaml"), string.Join("---\n", Enumerable.Range(0, 20).Select(Team)));
        var path = Path.Combine(_folder, "crowd.yaml");
        File.WriteAllText(path, Scenario);
        return new ServedRun(Served.Read(path), Served.Origin);
    }

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

    private static void Time(string what, Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
    }

    private static ServerAnswer Ask(ServedDoor door, string url, string accept = "application/json")
    {
        var parts = url.Split('?', 2);
        var answer = door.Answer(new ServerRequest
        {
            Method = "GET",
            Path = parts[0],
            Query = parts.Length > 1 ? parts[1] : "",
            Headers = [("Accept", accept)],
        });
        Assert.Equal(200, answer.Status);
        return answer;
    }

    private static Sink Watch(ServedDoor door, string url)
    {
        var sink = new Sink();
        Ask(door, url).Stream!(sink);
        return sink;
    }

    /// <summary>As the kubelets and controllers change pods: each gets another label.</summary>
    private static void Change(ServedDoor door, int count)
    {
        foreach (var pod in door.Documents.Stored("pods", "team-01").Take(count).ToList())
        {
            var document = (JsonObject)pod.Json.DeepClone();
            document["metadata"]!["labels"]!["turn"] = $"{door.Documents.Version}";
            door.Documents.Put(new DocumentKey("pods", "team-01", (string)document["metadata"]!["name"]!), document);
        }
    }

    private sealed class Sink : IFrameSink
    {
        public int Frames { get; private set; }

        public void Write(ReadOnlyMemory<byte> frame) => Frames++;

        public void End()
        {
            // Nobody waits for it.
        }
    }
}
