using System.Buffers.Binary;
using System.Text;

namespace Simulator.Serve.Answers.Bodies.Protobuf;

/// <summary>The parts of a message one after the other (protobuf's wire format).</summary>
internal ref struct WireReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    /// <summary>What a part holds: a number, or bytes.</summary>
    public ulong Number { get; private set; }

    public ReadOnlySpan<byte> Bytes { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <returns>The number of the next field; 0 at the end.</returns>
    /// <exception cref="WireException">What is there is no message.</exception>
    public int Next()
    {
        Number = 0;
        Bytes = [];
        if (_rest.IsEmpty) return 0;
        var tag = Varint();
        switch (tag & 7)
        {
            case 0: Number = Varint(); break;
            case 1: Number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8)); break;
            case 2: Bytes = Take(Varint()); break;
            case 5: Number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4)); break;
            default: throw new WireException($"proto: illegal wireType {tag & 7}");
        }

        return tag >> 3 is > 0 and < 1 << 29 ? (int)(tag >> 3) : throw new WireException($"proto: illegal tag {tag >> 3}");
    }

    /// <summary>Numbers without tags between them.</summary>
    public static List<ulong> Packed(ReadOnlySpan<byte> numbers)
    {
        List<ulong> found = [];
        var reader = new WireReader(numbers);
        while (!reader._rest.IsEmpty) found.Add(reader.Varint());
        return found;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }

        throw new WireException("proto: integer overflow");
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length) throw new WireException("unexpected EOF");
        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}

/// <summary>A body that is no message, in the words of Go's library.</summary>
internal sealed class WireException(string message) : Exception(message);
