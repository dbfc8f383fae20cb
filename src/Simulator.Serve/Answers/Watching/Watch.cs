using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Selecting;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Watching;

/// <summary>Watches of collections (serveWatch in pkg/apiserver/watch.go).</summary>
internal sealed class Watch(IDocumentStore store, INameSource names)
{
    private const int LeastSeconds = 1800;

    public ServerAnswer Answer(Asked asked, RequestTarget target, Selection selection)
    {
        var version = Version(asked.Query["resourceVersion"]);
        if (asked.Accepted is not (MediaType.Json or MediaType.Protobuf)) throw Failures.NotAcceptable(MediaTypes.All);
        var isProtobuf = asked.Accepted == MediaType.Protobuf;
        IFraming framing = isProtobuf ? new ProtobufFraming() : new JsonFraming();
        Func<JsonObject, JsonObject> show = asked.TableVersion is { } tables
            ? document => Tables.Tables.Of(tables, target, [document], null, asked.Clock())
            : document => Presenter.Single(target.Resource, document);
        var answer = new ServerAnswer
        {
            Status = 200,
            ContentType = isProtobuf ? MediaTypes.Protobuf + ";stream=watch" : MediaTypes.Json,
            StreamEndsAfter = EndsAfter(asked.Query["timeoutSeconds"]),
            Stream = sink => Open(sink, new Watched(target, selection, show), framing, version),
        };
        return WebSockets.IsAsked(asked.Request) ? WebSockets.Upgrade(asked.Request, answer, !isProtobuf) : answer;
    }

    private IDisposable Open(IFrameSink sink, Watched watched, IFraming framing, long version)
    {
        if (version == 0) return new WatchedFrames(store, watched, sink, framing, null);
        if (version > store.Version) return new FutureWatch(store, version, () => Open(sink, watched, framing, version));
        if (store.ChangesAfter(version) is { } changes) return new WatchedFrames(store, watched, sink, framing, changes);
        sink.Write(framing.Frame("ERROR", TooOld(version)));
        sink.End();
        return NoWatch.Instance;
    }

    private JsonObject TooOld(long version) => Failures.Status(
        410, $"too old resource version: {version} ({Math.Max(version + 1, store.Version - 999)})", "Gone", null);

    private static long Version(string? text)
    {
        if (string.IsNullOrEmpty(text)) return 0;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version <= long.MaxValue
            ? (long)version
            : throw Failures.Internal($"strconv.ParseUint: parsing \"{text}\": invalid syntax");
    }

    /// <summary>As the client says, or after half an hour to an hour.</summary>
    private TimeSpan EndsAfter(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 1_000_000_000
            ? TimeSpan.FromSeconds(asked)
            : TimeSpan.FromSeconds(LeastSeconds + names.NextChoice(LeastSeconds));
}
