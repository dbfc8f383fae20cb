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

    private readonly WatchHub _hub = new(store);

    public ServerAnswer Answer(Asked asked, RequestTarget target, Selection selection)
    {
        var version = Version(asked.Query["resourceVersion"]);
        if (asked.Accepted is not (MediaType.Json or MediaType.Protobuf)) throw Failures.NotAcceptable(MediaTypes.All);
        var isProtobuf = asked.Accepted == MediaType.Protobuf;
        IFraming framing = isProtobuf ? new ProtobufFraming() : new JsonFraming();
        var answer = new ServerAnswer
        {
            Status = 200,
            ContentType = isProtobuf ? MediaTypes.Protobuf + ";stream=watch" : MediaTypes.Json,
            StreamEndsAfter = EndsAfter(asked.Query["timeoutSeconds"]),
            Stream = sink => Open(sink, WatchedBy(asked, target, selection, framing), version),
        };
        return WebSockets.IsAsked(asked.Request) ? WebSockets.Upgrade(asked.Request, answer, !isProtobuf) : answer;
    }

    private static Watched WatchedBy(Asked asked, RequestTarget target, Selection selection, IFraming framing)
    {
        var resource = target.Resource;
        var manner = $"{framing.GetType().Name} {resource.GroupVersion}";
        if (asked.Table is not { } wish)
            return new Watched(target, selection, framing, manner, stored => ObjectBytes.Of(resource, stored));
        return new Watched(
            target, selection, framing, $"{manner} {wish.NameOf(resource)}",
            stored => ServerAnswer.Joined(Tables.Tables.Of(wish, resource, [stored], null, asked.Clock())));
    }

    private IDisposable Open(IFrameSink sink, Watched watched, long version)
    {
        var frames = new WatchedFrames(_hub, watched, sink);
        if (version == 0) return frames.After(store.Stored(watched.Target.Resource.StoredName, watched.Target.Namespace));
        if (version > store.Version) return new FutureWatch(store, version, () => Open(sink, watched, version));
        if (store.ChangesAfter(version) is { } changes) return frames.After(changes);
        sink.Write(watched.Framing.Frame("ERROR", GoJson.Write(TooOld(version), isIndented: false)));
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
