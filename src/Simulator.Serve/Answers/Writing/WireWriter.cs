using System.Text;

namespace Simulator.Serve.Answers.Writing;

/// <summary>A protobuf message of texts and messages.</summary>
internal sealed class WireWriter
{
    private const int OfLength = 2;

    private readonly MemoryStream _bytes = new();

    public WireWriter Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    public WireWriter TextOrNone(int field, string? text) => text is null ? this : Text(field, text);

    public WireWriter Message(int field, WireWriter message) => Bytes(field, message.ToArray());

    public byte[] ToArray() => _bytes.ToArray();

    private WireWriter Bytes(int field, byte[] value)
    {
        Number(((uint)field << 3) | OfLength);
        Number((uint)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void Number(uint value)
    {
        for (; value >= 0x80; value >>= 7) _bytes.WriteByte((byte)(value | 0x80));
        _bytes.WriteByte((byte)value);
    }
}
