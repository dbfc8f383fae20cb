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

    private readonly Crowd _crowd = new();

    [Fact(Explicit = true)]
    public void Lists_and_watches_of_many_pods_are_quick()
    {
        var run = _crowd.Begin();
        var door = run.Doors[0];
        foreach (var look in (string[])["first", "second"])
        {
            Time($"{look} look at the 3,000 pods of a namespace as a table", () => Ask(door, "/api/v1/namespaces/team-03/pods", Table));
            Time($"{look} list of the pods of a node", () => Ask(door, "/api/v1/pods?fieldSelector=spec.nodeName%3Ddefault-0007"));
            Time($"{look} list of all 60,000 pods", () => Ask(door, "/api/v1/pods"));
        }

        foreach (var team in (string[])["04", "05", "06"])
        {
            Time("first look at another namespace of 3,000 pods", () => Ask(door, $"/api/v1/namespaces/team-{team}/pods", Table));
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

    public void Dispose() => _crowd.Dispose();

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
