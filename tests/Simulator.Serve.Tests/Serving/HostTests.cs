using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Hosting;
using Simulator.Serve.Runs;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>A served run behind its port: requests, watches, the clock, and clients that are slow or hang.</summary>
public sealed class HostTests : IAsyncDisposable
{
    private readonly Served _served = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private ServeHost? _host;

    [Fact]
    public async Task A_list_comes_over_http()
    {
        await Start(Speed.Paused);
        var list = await Get("/api/v1/namespaces/default/pods");
        Assert.Equal("PodList", list["kind"]!.GetValue<string>());
        Assert.Equal(3, list["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_posted_runs_and_is_seen_by_a_watch()
    {
        await Start(Speed.Paused);
        var version = (await Get("/api/v1/pods"))["metadata"]!["resourceVersion"]!.GetValue<string>();
        using var frames = await Watch($"/api/v1/watch/namespaces/default/pods?resourceVersion={version}");
        var posted = await _client.PostAsync(
            new Uri("/api/v1/namespaces/default/pods", UriKind.Relative), Json(RecordTests.Alone), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        await Post("/simulator/clock/step", """{"until":"1m"}""");
        Assert.Equal("ADDED", (await Next(frames))["type"]!.GetValue<string>());
        var phase = "";
        while (phase != "Running") phase = (await Next(frames))["object"]!["status"]!["phase"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_clock_is_paused_stepped_and_set()
    {
        await Start(Speed.Paused);
        Assert.Equal(0, Seconds(await Get("/simulator/clock")));
        var next = (await Get("/simulator/clock"))["nextEvent"]!.GetValue<string>();
        Assert.Equal(next, (await Post("/simulator/clock/step", ""))["now"]!.GetValue<string>());
        await Post("/simulator/clock/step", """{"until":"2m30s"}""");
        await Until(clock => clock["now"]!.GetValue<string>() == "2m30s" && clock["speed"]!.GetValue<string>() == "paused");
        var change = await SetSpeed("600x");
        Assert.Equal(HttpStatusCode.OK, change.StatusCode);
        await Until(clock => Seconds(clock) > 160);
        await Post("/simulator/clock/pause", "");
        var now = Seconds(await Get("/simulator/clock"));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(now, Seconds(await Get("/simulator/clock")));
    }

    [Fact]
    public async Task To_a_decision_is_to_where_the_scheduler_has_decided()
    {
        await Start(Speed.Paused);
        await Post("/simulator/operations", "{ scale: deployment/web, replicas: 4 }");
        await Post("/simulator/clock/step", """{"to":"decision"}""");
        var facts = (await Get("/simulator/timeline?limit=1")).AsArray();
        Assert.Equal("PodBound", facts[0]!["kind"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("PUT", "/simulator/clock", """{"speed":"6"}""", 400, "speed: found '6'; allowed are 1x, 60x")]
    [InlineData("PUT", "/simulator/clock", """{"speed":6}""", 400, "speed: allowed is a text")]
    [InlineData("PUT", "/simulator/clock", "{", 400, "the body is not JSON")]
    [InlineData("POST", "/simulator/clock/step", """{"to":"x"}""", 400, "to: found 'x'; allowed are event and decision")]
    [InlineData("POST", "/simulator/clock/step", """{"until":"x"}""", 400, "until: found 'x'; allowed is a time such as 5m30s")]
    [InlineData("POST", "/simulator/troubles", "{ kind: power-los, zone: b }", 400, "power-loss")]
    [InlineData("POST", "/simulator/troubles", "{ kind: power-loss, zone: z }", 400, "'z'")]
    [InlineData("POST", "/simulator/troubles", "{ kind: power-loss, zone: b, at: 5m }", 400, "the key 'at' is not allowed")]
    [InlineData("POST", "/simulator/troubles", "- x", 400, "allowed is one mapping")]
    [InlineData("DELETE", "/simulator/troubles/7", "", 404, "there is no trouble 7")]
    [InlineData("GET", "/simulator/nosuch", "", 404, "there is no GET /simulator/nosuch")]
    public async Task Wrong_input_gets_a_sentence(string method, string path, string body, int status, string sentence)
    {
        await Start(Speed.Paused);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = Json(body) };
        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        var message = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["message"]!;
        Assert.Contains(sentence, message.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trouble_is_made_and_ended()
    {
        await Start(Speed.Paused);
        Assert.True((await Post("/simulator/troubles", "{ kind: network-cut, zone: b }"))["canEnd"]!.GetValue<bool>());
        await Post("/simulator/clock/step", """{"until":"2m"}""");
        await Until(clock => Seconds(clock) >= 120);
        Assert.Contains("Unknown", await ReadyOfNodes(), StringComparison.Ordinal);
        var ended = await _client.DeleteAsync(new Uri("/simulator/troubles/1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        await Post("/simulator/clock/step", """{"until":"4m"}""");
        await Until(clock => Seconds(clock) >= 240);
        Assert.DoesNotContain("Unknown", await ReadyOfNodes(), StringComparison.Ordinal);
        var again = await _client.DeleteAsync(new Uri("/simulator/troubles/1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task An_api_server_that_is_down_says_so()
    {
        await Start(Speed.Paused);
        await Post("/simulator/troubles", "{ kind: api-server-down }");
        var answer = await _client.GetAsync(new Uri("/api/v1/pods", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    /// <summary>A client that reads slowly gets every event, and simulated time waits for it.</summary>
    [Fact]
    public async Task A_slow_watch_loses_nothing_and_holds_the_clock()
    {
        await Start(Speed.Paused);
        var version = _served.Documents.Version;
        await using var wire = await Raw($"/api/v1/watch/pods?resourceVersion={version}");
        await _host!.Ask(PutMany);
        await SetSpeed("max");
        await Until(clock => clock["heldBy"] is not null);
        var now = Seconds(await Get("/simulator/clock"));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(now, Seconds(await Get("/simulator/clock")));
        var text = await ReadUntil(wire, "\"big-1499\"");
        for (var i = 0; i < 1500; i += 100) Assert.Contains($"\"big-{i}\"", text, StringComparison.Ordinal);
        await Until(clock => clock["heldBy"] is null);
    }

    /// <summary>A client that reads nothing at all holds the clock for as long as patience lasts; then its watch is ended.</summary>
    [Fact]
    public async Task A_watch_that_hangs_is_ended()
    {
        await Start(Speed.Paused, TimeSpan.FromMilliseconds(500));
        await using var wire = await Raw($"/api/v1/watch/pods?resourceVersion={_served.Documents.Version}");
        await _host!.Ask(PutMany);
        await SetSpeed("60x");
        await Until(clock => clock["heldBy"] is null && Seconds(clock) > 5);
        Assert.Equal(1, (await Get("/simulator/state"))["streamsGivenUp"]!.GetValue<int>());
    }

    [Fact]
    public async Task At_the_end_watches_end_cleanly()
    {
        await Start(Speed.Wall);
        await using var wire = await Raw("/api/v1/watch/pods?resourceVersion=0");
        await _host!.Stop();

        // All frames may have come together with the head: then nothing is left but the end.
        Assert.EndsWith("0\r\n\r\n", await ReadUntil(wire, "0\r\n\r\n"), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _client.Dispose();
        _served.Dispose();
    }

    private static int PutMany(ServedRun run)
    {
        var filler = new string('x', 4000);
        for (var i = 0; i < 1500; i++)
        {
            var pod = RecordTests.Alone.Replace("alone", $"big-{i}", StringComparison.Ordinal)
                .Replace("<1 d>", filler, StringComparison.Ordinal);
            run.Doors[0].Documents.Put(new DocumentKey("pods", "default", $"big-{i}"), Served.Json(pod));
        }

        return 0;
    }

    private async Task Start(Speed speed, TimeSpan? patience = null)
    {
        var options = new ServeOptions { Port = 0, Speed = speed };
        _host = new ServeHost(_served.Run, patience is { } time ? options with { ClientPatience = time } : options);
        await _host.Start();
        _client.BaseAddress = new Uri(_host.Addresses[0].Address);
    }

    private Task<HttpResponseMessage> SetSpeed(string speed) => _client.PutAsync(
        new Uri("/simulator/clock", UriKind.Relative), Json($$"""{"speed":"{{speed}}"}"""), TestContext.Current.CancellationToken);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static double Seconds(JsonNode clock) => clock["seconds"]!.GetValue<double>();

    private async Task<JsonNode> Get(string path) =>
        JsonNode.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    private async Task<JsonNode> Post(string path, string body)
    {
        var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), Json(body), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private async Task Until(Func<JsonNode, bool> holds)
    {
        for (var i = 0; i < 600; i++)
        {
            if (holds(await Get("/simulator/clock"))) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail((await Get("/simulator/clock")).ToJsonString());
    }

    private async Task<string> ReadyOfNodes()
    {
        var nodes = (await Get("/api/v1/nodes"))["items"]!.AsArray();
        return string.Join(
            " ", nodes.SelectMany(node => node!["status"]!["conditions"]!.AsArray())
                .Where(condition => condition!["type"]!.GetValue<string>() == "Ready")
                .Select(condition => condition!["status"]!.GetValue<string>()));
    }

    private async Task<StreamReader> Watch(string path) =>
        new(await _client.GetStreamAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    private static async Task<JsonNode> Next(StreamReader frames) =>
        JsonNode.Parse((await frames.ReadLineAsync(TestContext.Current.CancellationToken))!)!;

    /// <summary>A connection with small buffers, of which nothing is read but on purpose.</summary>
    private async Task<NetworkStream> Raw(string path)
    {
        var address = new Uri(_host!.Addresses[0].Address);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var wire = new NetworkStream(socket, ownsSocket: true);
        await wire.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"), TestContext.Current.CancellationToken);
        await ReadUntil(wire, "\r\n\r\n");
        return wire;
    }

    private static async Task<string> ReadUntil(NetworkStream wire, string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[65_536];
        while (!text.ToString(Math.Max(0, text.Length - 70_000), Math.Min(text.Length, 70_000)).Contains(end, StringComparison.Ordinal))
        {
            var count = await wire.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(count > 0, $"the connection ended before {end}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
