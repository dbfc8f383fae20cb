using System.Buffers;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Tables;

/// <summary>A row of a table as it goes on the wire, but for the ages in it: they are those of the moment.</summary>
internal sealed class KeptRow
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private readonly List<JsonNode?> _times = [];

    public static KeptRow Of(StoredDocument stored, ServedResource resource, TableWish wish) =>
        stored.Keep(wish.NameOf(resource), it => new KeptRow(it.Json, resource, wish));

    private KeptRow(JsonObject document, ServedResource resource, TableWish wish)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write("{\"cells\":["u8);
        var isFirst = true;
        foreach (var column in TableColumns.Of(resource))
        {
            if (!isFirst) buffer.Write(","u8);
            isFirst = false;
            if (column.IsAge) buffer = Cut(buffer, column.Cell(document));
            else GoJson.Write(column.Cell(document), isIndented: false, buffer);
        }

        buffer.Write("]"u8);
        WriteObject(document, resource, wish, buffer);
        buffer.Write("}"u8);
        _pieces.Add(buffer.WrittenMemory);
    }

    public void AddTo(List<ReadOnlyMemory<byte>> parts, DateTimeOffset now)
    {
        for (var i = 0; i < _times.Count; i++)
        {
            parts.Add(_pieces[i]);
            parts.Add(GoJson.Write(Ages.Of(_times[i], now), isIndented: false));
        }

        parts.Add(_pieces[^1]);
    }

    private ArrayBufferWriter<byte> Cut(ArrayBufferWriter<byte> written, JsonNode? time)
    {
        _pieces.Add(written.WrittenMemory);
        _times.Add(time?.DeepClone());
        return new ArrayBufferWriter<byte>(512);
    }

    private static void WriteObject(JsonObject document, ServedResource resource, TableWish wish, ArrayBufferWriter<byte> buffer)
    {
        if (wish.ObjectOf(resource, document) is not { } shown) return;
        buffer.Write(",\"object\":"u8);
        GoJson.Write(shown, isIndented: false, buffer);
    }
}
