using System.Buffers;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Lists as newer kubectls print them: cells made by the server.</summary>
internal static class Tables
{
    /// <summary>As it goes on the wire, in pieces of which most are kept with the objects.</summary>
    /// <param name="listVersion">Null: of one object, or of a list that has none.</param>
    public static List<ReadOnlyMemory<byte>> Of(
        TableWish wish, ServedResource resource, IEnumerable<StoredDocument> stored, long? listVersion, DateTimeOffset now)
    {
        List<ReadOnlyMemory<byte>> parts = [Head(wish, resource, listVersion)];
        foreach (var document in stored)
        {
            if (parts.Count > 1) parts.Add(Between);
            KeptRow.Of(document, resource, wish).AddTo(parts, now);
        }

        parts.Add(End);
        return parts;
    }

    private static readonly byte[] Between = ","u8.ToArray();

    private static readonly byte[] End = "]}"u8.ToArray();

    private static ReadOnlyMemory<byte> Head(TableWish wish, ServedResource resource, long? listVersion)
    {
        var metadata = new JsonObject();
        if (listVersion is { } known) metadata["resourceVersion"] = $"{known}";
        var head = new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = wish.Version,
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. TableColumns.Of(resource).Select(column => column.Definition())]),
        };
        var buffer = new ArrayBufferWriter<byte>(1024);
        GoJson.Write(head, isIndented: false, buffer);
        var open = buffer.WrittenSpan[..^1].ToArray();
        return (byte[])[.. open, .. ",\"rows\":["u8];
    }
}
