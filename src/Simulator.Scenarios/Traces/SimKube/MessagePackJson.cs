using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Simulator.Scenarios.Traces.SimKube;

/// <summary>MessagePack as JSON (msgpack/spec.md); extension types, which SimKube does not write, are refused.</summary>
internal ref struct MessagePackJson(ReadOnlySpan<byte> packed)
{
    private const int DepthMax = 60;

    private readonly ReadOnlySpan<byte> _packed = packed;
    private int _at;

    /// <summary>The first byte is that of a map with few keys: what JSON and YAML never begin with.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.Length > 0 && (bytes[0] is >= 0x80 and <= 0x8F or 0xDE or 0xDF);

    /// <exception cref="InvalidDataException">It is broken, or cut off; a sentence.</exception>
    public static byte[] Convert(ReadOnlySpan<byte> packed)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            var reader = new MessagePackJson(packed);
            reader.Value(writer, 0);
        }

        return json.ToArray();
    }

    private void Value(Utf8JsonWriter into, int depth)
    {
        if (depth > DepthMax) throw new InvalidDataException($"values lie more than {DepthMax} deep in each other");
        var first = Take(1)[0];
        switch (first)
        {
            case <= 0x7F: into.WriteNumberValue(first); break;
            case >= 0xE0: into.WriteNumberValue((sbyte)first); break;
            case <= 0x8F: Map(into, first & 0x0F, depth); break;
            case <= 0x9F: Array(into, first & 0x0F, depth); break;
            case <= 0xBF: into.WriteStringValue(Text(first & 0x1F)); break;
            default: Long(into, first, depth); break;
        }
    }

    private void Long(Utf8JsonWriter into, byte first, int depth)
    {
        switch (first)
        {
            case 0xC0: into.WriteNullValue(); break;
            case 0xC2 or 0xC3: into.WriteBooleanValue(first == 0xC3); break;
            case 0xC4 or 0xC5 or 0xC6: into.WriteBase64StringValue(Take(Length(1 << (first - 0xC4)))); break;
            case 0xCA: into.WriteNumberValue(BinaryPrimitives.ReadSingleBigEndian(Take(4))); break;
            case 0xCB: into.WriteNumberValue(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
            case >= 0xCC and <= 0xCF: into.WriteNumberValue(Unsigned(1 << (first - 0xCC))); break;
            case >= 0xD0 and <= 0xD3: into.WriteNumberValue(Signed(1 << (first - 0xD0))); break;
            case 0xD9 or 0xDA or 0xDB: into.WriteStringValue(Text(Length(1 << (first - 0xD9)))); break;
            case 0xDC or 0xDD: Array(into, Length(2 << (first - 0xDC)), depth); break;
            case 0xDE or 0xDF: Map(into, Length(2 << (first - 0xDE)), depth); break;
            default: throw new InvalidDataException($"byte {_at} (0x{first:X2}) begins no value that SimKube writes");
        }
    }

    private void Array(Utf8JsonWriter into, int count, int depth)
    {
        into.WriteStartArray();
        for (var i = 0; i < count; i++) Value(into, depth + 1);
        into.WriteEndArray();
    }

    private void Map(Utf8JsonWriter into, int count, int depth)
    {
        into.WriteStartObject();
        for (var i = 0; i < count; i++)
        {
            into.WritePropertyName(Key());
            Value(into, depth + 1);
        }

        into.WriteEndObject();
    }

    /// <summary>Keys may be numbers, or lists of texts; as JSON they are texts.</summary>
    private string Key()
    {
        using var key = new MemoryStream();
        using (var writer = new Utf8JsonWriter(key)) Value(writer, DepthMax - 2);
        using var document = JsonDocument.Parse(key.ToArray());
        return document.RootElement.ToString();
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private int Length(int bytes)
    {
        var length = Unsigned(bytes);
        return length <= (ulong)_packed.Length ? (int)length : throw CutOff();
    }

    private ulong Unsigned(int bytes)
    {
        var value = 0UL;
        foreach (var octet in Take(bytes)) value = (value << 8) | octet;
        return value;
    }

    private long Signed(int bytes)
    {
        var shift = 64 - (8 * bytes);
        return (long)(Unsigned(bytes) << shift) >> shift;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _packed.Length - _at) throw CutOff();
        _at += count;
        return _packed.Slice(_at - count, count);
    }

    private readonly InvalidDataException CutOff() => new($"the file ends in the middle of a value (byte {_packed.Length:N0})");
}
