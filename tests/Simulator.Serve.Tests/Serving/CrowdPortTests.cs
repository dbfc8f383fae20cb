using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Hosting;
using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Runs;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>The crowd behind its port, over TCP, with the clock running. Figures stand in tests/README.md.</summary>
public sealed class CrowdPortTests : IAsyncDisposable
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    private const int Pace = 60;

    /// <summary>Until the runtime has compiled for good what is used most.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private readonly Crowd _crowd = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };
    private ServeHost? _host;

    /// <summary>
    /// All deployments are rolled out anew: the controllers create and delete 20 pods a second, their limit of calls, and kubelets and
    /// scheduler change each of them some more times. At 60 times the pace each of the ten is told thousands of events a second.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Ten_watchers_of_all_pods_follow_a_rollout_at_sixty_times_the_pace()
    {
        await Start(Speed.Paused);
        var version = await _host!.Ask(run => run.Doors[0].Documents.Version);
        var watchers = Enumerable.Range(0, 10).Select(_ => Follow($"/api/v1/watch/pods?resourceVersion={version}")).ToList();
        for (var i = 0; i < 20; i++) await Patch(i);
        await SetSpeed($"{Pace}x");
        await Task.Delay(WarmUp, TestContext.Current.CancellationToken);
        var (before, watch) = (await Clock(), Stopwatch.StartNew());
        var first = await _host.Ask(run => run.Doors[0].Documents.Version);
        List<double> lists = [];
        while (watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(2000, TestContext.Current.CancellationToken);
            var look = Stopwatch.StartNew();
            await Get($"/api/v1/namespaces/team-{lists.Count:00}/pods", Table);
            lists.Add(look.Elapsed.TotalMilliseconds);
        }

        var after = await Clock();
        var written = await _host.Ask(run => run.Doors[0].Documents.Version) - first;
        var wall = watch.Elapsed.TotalSeconds;
        await SetSpeed("paused");
        await _host.Ask(run => Mark(run));
        var late = Stopwatch.StartNew();
        var events = await Task.WhenAll(watchers);
        var passed = Seconds(after, "seconds") - Seconds(before, "seconds");
        Tell($"{passed:0} s of the cluster in {wall:0.0} s ({passed / wall:0}x), {written / passed:0} writes a second of the cluster");
        Tell($"lost {Seconds(after, "lostSeconds") - Seconds(before, "lostSeconds"):0.0} s, held {Seconds(after, "heldSeconds")} s; each "
            + "of "
            + $"ten was told {events[0]} changes, and had the last one {late.ElapsedMilliseconds} ms after it");
        Tell($"3,000 pods as a table meanwhile: {string.Join(", ", lists.Select(each => $"{each:0}"))} ms");
        Assert.All(events, each => Assert.Equal(events[0], each));
        Assert.Equal(0, Seconds(after, "heldSeconds"));
    }

    /// <summary>With the limits of a port raised: what it costs to keep them.</summary>
    [Fact(Explicit = true)]
    public async Task Nine_thousand_idle_watches_cost_little()
    {
        const int Idle = 9000;
        await Start(Speed.Wall, new PortLimits { ConnectionsMax = Idle + 100, StreamsMax = Idle + 100, StreamsOfOneMax = Idle + 100 });
        var memory = Process.GetCurrentProcess().WorkingSet64;
        var opening = Stopwatch.StartNew();
        List<TcpClient> idle = [];
        for (var i = 0; i < Idle; i++) idle.Add(await Open($"/api/v1/watch/namespaces/team-19/pods/idle-{i}"));
        Tell($"{Idle} watches opened in {opening.Elapsed.TotalSeconds:0.0} s, "
            + $"{(Process.GetCurrentProcess().WorkingSet64 - memory) / Idle / 1024} KiB each, both ends");
        for (var i = 0; i < 3; i++)
        {
            var look = Stopwatch.StartNew();
            await Get("/api/v1/namespaces/team-05/pods", Table);
            Tell($"3,000 pods as a table: {look.ElapsedMilliseconds} ms");
        }

        var change = Stopwatch.StartNew();
        await _host!.Ask(run => Change(run, 0, 1200, "idle"));
        Tell($"1,200 changes: {change.ElapsedMilliseconds} ms");
        Assert.Equal(Idle, (int)Seconds(JsonNode.Parse(await Get("/simulator/state", "application/json"))!, "streams"));
        idle.ForEach(one => one.Dispose());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _client.Dispose();
        _crowd.Dispose();
    }

    private static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);

    private static double Seconds(JsonNode of, string key) => of[key]!.GetValue<double>();

    private async Task Start(Speed speed, PortLimits? limits = null)
    {
        var options = new ServeOptions { Port = 0, Speed = speed };
        if (limits is not null) options = options with { Access = options.Access with { Limits = limits } };
        _host = new ServeHost(_crowd.Begin(), options);
        await _host.Start();
        _client.BaseAddress = new Uri(_host.Addresses[0].Address);
        await Get("/api/v1/namespaces/team-05/pods", Table);
    }

    private async Task<JsonNode> Clock() => JsonNode.Parse(await Get("/simulator/clock", "application/json"))!;

    private async Task<string> Get(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<TcpClient> Open(string path)
    {
        var connection = new TcpClient();
        var address = _client.BaseAddress!;
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"), TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>How many events came until the last one.</summary>
    private async Task<int> Follow(string path)
    {
        var end = Encoding.ASCII.GetBytes("\"turn\":\"last\"");
        using var connection = await Open(path);
        var (events, from) = (0, 0);
        var buffer = new byte[1 << 18];
        while (true)
        {
            var count = await connection.GetStream().ReadAsync(buffer.AsMemory(from), TestContext.Current.CancellationToken);
            Assert.True(count > 0, "the watch was ended");
            var read = buffer.AsMemory(0, from + count);
            if (read.Span.IndexOf(end) >= 0) return events + 1;
            var whole = read.Span.LastIndexOf((byte)'\n') + 1;
            events += read.Span[..whole].Count("}}\n"u8);
            read[whole..].CopyTo(buffer);
            from = read.Length - whole;
        }
    }

    /// <summary>One more change, by which the others are known to be over.</summary>
    private static int Mark(ServedRun run) => Change(run, 0, 1, "last");

    /// <summary>As clients change pods: each gets another label.</summary>
    private static int Change(ServedRun run, int from, int to, string word)
    {
        var documents = run.Doors[0].Documents;
        var pods = documents.Stored("pods", "team-01");
        for (var i = from; i < to; i++)
        {
            var document = (JsonObject)pods[i % pods.Count].Json.DeepClone();
            document["metadata"]!["labels"]!["turn"] = word;
            documents.Put(new DocumentKey("pods", "team-01", (string)document["metadata"]!["name"]!), document);
        }

        return to;
    }

    private async Task Patch(int team)
    {
        using var patch = new StringContent(
            """{"spec":{"template":{"spec":{"containers":[{"name":"web","image":"nginx:1.12"}]}}}}""", Encoding.UTF8,
            "application/strategic-merge-patch+json");
        var answer = await _client.PatchAsync(
            new Uri($"/apis/extensions/v1beta1/namespaces/team-{team:00}/deployments/web", UriKind.Relative), patch,
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task SetSpeed(string speed)
    {
        using var body = new StringContent($$"""{"speed":"{{speed}}"}""", Encoding.UTF8, "application/json");
        var answer = await _client.PutAsync(new Uri("/simulator/clock", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
