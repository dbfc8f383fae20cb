using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests;

public sealed class WatchTests
{
    private const string Pods = "/api/v1/namespaces/default/pods";

    private readonly Conversation _client = new();

    [Fact]
    public void Entering_a_selection_is_added_and_leaving_it_deleted()
    {
        var sink = Open($"{Pods}?watch=true&labelSelector=x%3Dy&resourceVersion={_client.Store.Version}");
        _client.AddPod("a");
        _client.Patch("merge", $"{Pods}/a", """{"metadata":{"labels":{"x":"y"}}}""");
        _client.Patch("merge", $"{Pods}/a", """{"metadata":{"labels":{"z":"y"}}}""");
        _client.Patch("merge", $"{Pods}/a", """{"metadata":{"labels":{"x":null}}}""");
        Assert.Equal(["ADDED", "MODIFIED", "DELETED"], sink.Types());
    }

    [Fact]
    public void Without_a_version_what_is_there_comes_first()
    {
        _client.AddPod("a");
        var sink = Open($"/api/v1/watch/namespaces/default/pods");
        _client.Delete($"{Pods}/a");
        Assert.Equal(["ADDED", "MODIFIED", "DELETED"], sink.Types());
    }

    [Fact]
    public void A_version_that_is_forgotten_is_one_event_of_an_error()
    {
        _client.Store.BeginAt(5000, remembered: 1000);
        var sink = Open($"{Pods}?watch=true&resourceVersion=1");
        Assert.Equal("too old resource version: 1 (4001)", (string?)sink.Events()[0]["object"]!["message"]);
        Assert.True(sink.HasEnded);
    }

    [Fact]
    public void A_version_in_the_future_is_silent_until_it_comes()
    {
        var sink = Open($"{Pods}?watch=true&resourceVersion={_client.Store.Version + 2}");
        _client.AddPod("a");
        _client.AddPod("b");
        _client.AddPod("c");
        Assert.Equal(["c"], sink.Events().Select(@event => (string?)@event["object"]!["metadata"]!["name"]));
    }

    [Fact]
    public void A_client_that_leaves_is_told_no_more()
    {
        var sink = new Sink();
        _client.Send("GET", $"{Pods}?watch=true").Stream!(sink).Dispose();
        _client.AddPod("a");
        Assert.Empty(sink.Events());
    }

    [Theory]
    [InlineData("timeoutSeconds=7", 7, 7)]
    [InlineData("timeoutSeconds=0", 1800, 3600)]
    public void A_watch_ends_when_its_client_says_or_within_an_hour(string query, int least, int most)
    {
        var end = _client.Send("GET", $"{Pods}?watch=true&{query}").StreamEndsAfter!.Value.TotalSeconds;
        Assert.InRange(end, least, most);
    }

    [Fact]
    public void A_websocket_carries_one_event_a_frame()
    {
        (string, string)[] headers =
            [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Origin", "http://x"), (
                "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")];
        var answer = _client.Send("GET", $"{Pods}?watch=true", null, headers);
        Assert.Equal(101, answer.Status);
        Assert.Contains(("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), answer.Headers);
        var sink = new Sink();
        answer.Stream!(sink);
        _client.AddPod("a");
        Assert.Equal([0x81, 126], sink.Bytes.Take(2));
        Assert.Equal(403, _client.Send("GET", $"{Pods}?watch=true", null, [.. headers.Where(h => h.Item1 != "Origin")]).Status);
    }

    [Fact]
    public void A_watch_of_a_table_sends_tables_of_one_row()
    {
        var client = new Conversation(ServerManner.Extended);
        var sink = new Sink();
        client.Send("GET", $"{Pods}?watch=true", null, ("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")).Stream!(sink);
        client.AddPod("a");
        var table = Assert.Single(sink.Events())["object"]!;
        Assert.Equal("Table", (string?)table["kind"]);
        Assert.Equal(["a", "0/1", "Pending"], table["rows"]![0]!["cells"]!.AsArray().Take(3).Select(cell => (string?)cell));
    }

    /// <summary>Ages are those of the moment at which an event is sent.</summary>
    [Fact]
    public void A_watch_of_a_table_goes_by_the_clock()
    {
        var client = new Conversation(ServerManner.Extended);
        client.AddPod("a");
        var sink = new Sink();
        var url = $"{Pods}?watch=true&resourceVersion={client.Store.Version}";
        client.Send("GET", url, null, ("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")).Stream!(sink);
        client.Now += TimeSpan.FromMinutes(10);
        client.Store.Put(new DocumentKey("pods", "default", "a"), client.Store.Find(new DocumentKey("pods", "default", "a"))!);
        Assert.Equal("10m", (string?)Assert.Single(sink.Events())["object"]!["rows"]![0]!["cells"]![4]);
    }

    private Sink Open(string url)
    {
        var sink = new Sink();
        _client.Send("GET", url).Stream!(sink);
        return sink;
    }

    private sealed class Sink : IFrameSink
    {
        public List<byte> Bytes { get; } = [];

        public bool HasEnded { get; private set; }

        public void Write(ReadOnlyMemory<byte> frame) => Bytes.AddRange(frame.Span);

        public void End() => HasEnded = true;

        public List<JsonNode> Events() =>
            [.. Encoding.UTF8.GetString([.. Bytes]).Split(
                '\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

        public IEnumerable<string?> Types() => Events().Select(@event => (string?)@event["type"]);
    }
}
