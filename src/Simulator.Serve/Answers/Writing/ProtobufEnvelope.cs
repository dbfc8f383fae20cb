using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Writing;

/// <summary>
/// The message around objects in protobuf (runtime.Unknown in pkg/runtime/generated.proto): the four bytes <c>k8s\0</c>, then the type,
/// then the object, here as JSON with its content type, which that message allows.
/// </summary>
public static class ProtobufEnvelope
{
    public static byte[] Write(JsonObject body)
    {
        var type = new List<byte>();
        Field(type, 1, Encoding.UTF8.GetBytes(body.Text("apiVersion")));
        Field(type, 2, Encoding.UTF8.GetBytes(body.Text("kind")));
        var message = new List<byte> { (byte)'k', (byte)'8', (byte)'s', 0 };
        Field(message, 1, [.. type]);
        Field(message, 2, GoJson.Write(body, isIndented: false));
        Field(message, 3, []);
        Field(message, 4, Encoding.UTF8.GetBytes(MediaTypes.Json));
        return [.. message];
    }

    /// <summary>A length-delimited field.</summary>
    public static void Field(List<byte> message, int number, byte[] value)
    {
        message.Add((byte)((number << 3) | 2));
        for (var length = (uint)value.Length; ; length >>= 7)
        {
            message.Add((byte)(length < 0x80 ? length : (length & 0x7f) | 0x80));
            if (length < 0x80) break;
        }

        message.AddRange(value);
    }
}
