using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>Compares the events of a stream, whatever chunks they came in.</summary>
internal static class StreamComparison
{
    public static string? Difference(RecordedExchange exchange, byte[] ours)
    {
        if (exchange.Status == 101) return null;
        var recorded = exchange.AnswerBody();
        var isProtobuf = (exchange.AnswerHeader("Content-Type") ?? "").StartsWith(MediaTypes.Protobuf, StringComparison.Ordinal);
        return isProtobuf ? OfFrames(recorded, ours) : OfLines(exchange, recorded, ours);
    }

    private static string? OfLines(RecordedExchange exchange, byte[] recorded, byte[] ours)
    {
        var masks = new Masks(exchange.RequestBody);
        var (theirs, own) = (Events(recorded, masks), Events(ours, masks));
        if (exchange.IsLeftByClient) own = [.. own.Take(theirs.Count)];
        return JsonComparison.Difference(new JsonArray([.. theirs]), new JsonArray([.. own]), "events");
    }

    /// <summary>What was there comes first, from the cache, in no order.</summary>
    private static List<JsonNode?> Events(byte[] lines, Masks masks)
    {
        var events = Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => masks.Of(JsonTree.Read(Encoding.UTF8.GetBytes(line)))).ToList();
        var there = events.TakeWhile(@event => @event.Text("type") == "ADDED").Count();
        return [.. events.Take(there).OrderBy(Key, StringComparer.Ordinal), .. events.Skip(there)];
    }

    private static string Key(JsonNode? @event) =>
        $"{@event?["object"]?["metadata"].Text("namespace")}/{@event?["object"]?["metadata"].Text("name")}";

    private static string? OfFrames(byte[] recorded, byte[] ours)
    {
        var (theirs, own) = (Types(recorded), Types(ours));
        return theirs.SequenceEqual(own) ? null : $"events {string.Join(", ", own)}, recorded {string.Join(", ", theirs)}";
    }

    /// <summary>Type of each event: field 1 of the message behind its four bytes of length.</summary>
    private static List<string> Types(byte[] frames)
    {
        List<string> types = [];
        for (var at = 0; at + 6 < frames.Length; at += 4 + BinaryPrimitives.ReadInt32BigEndian(frames.AsSpan(at)))
            types.Add(Encoding.ASCII.GetString(frames, at + 6, frames[at + 5]));
        return types;
    }
}
