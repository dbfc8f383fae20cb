using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Bodies.Protobuf;

/// <summary>
/// A body in protobuf (pkg/runtime/serializer/protobuf/protobuf.go): four bytes, then a message that holds the type and the object.
/// </summary>
internal static class ProtobufBody
{
    private static ReadOnlySpan<byte> Prefix => "k8s\0"u8;

    /// <exception cref="WireException">It is none, or of a kind that nobody writes so.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty) throw new WireException("empty data");
        if (!body.StartsWith(Prefix))
        {
            throw new WireException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        var (version, kind, contentType) = ("", "", "");
        ReadOnlySpan<byte> raw = [];
        var parts = new WireReader(body[Prefix.Length..]);
        while (parts.Next() is > 0 and var number)
        {
            if (number == 1) (version, kind) = TypeOf(parts.Bytes);
            else if (number == 2) raw = parts.Bytes;
            else if (number == 4) contentType = parts.Text;
        }

        if (contentType == MediaTypes.Json) return JsonTree.Read(raw.ToArray());
        return new JsonObject([new("kind", kind), new("apiVersion", version), .. Detached(MessageReader.Read(NameOf(version, kind), raw))]);
    }

    private static (string Version, string Kind) TypeOf(ReadOnlySpan<byte> message)
    {
        var (version, kind) = ("", "");
        var parts = new WireReader(message);
        while (parts.Next() is > 0 and var number)
        {
            if (number == 1) version = parts.Text;
            else if (number == 2) kind = parts.Text;
        }

        return (version, kind);
    }

    /// <summary>Options of a deletion come in the version of what is deleted, and are everywhere the same.</summary>
    private static string NameOf(string version, string kind)
    {
        if (kind == "DeleteOptions") return "meta/v1/DeleteOptions";
        var at = version.IndexOf('/', StringComparison.Ordinal);
        return at < 0 ? $"core/{version}/{kind}" : $"{version[..at].Split('.')[0]}{version[at..]}/{kind}";
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Detached(JsonObject fields)
    {
        var entries = fields.ToList();
        fields.Clear();
        return entries;
    }
}
