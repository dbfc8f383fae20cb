using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;

namespace Simulator.Serve.Answers.Watching;

/// <summary>Four bytes of length, big end first, then a message of the event's type and its object.</summary>
internal sealed class ProtobufFraming : IFraming
{
    public byte[] Frame(string type, ReadOnlyMemory<byte> shown)
    {
        List<byte> raw = [], message = [];
        ProtobufEnvelope.Field(raw, 1, ProtobufEnvelope.Write(JsonNode.Parse(shown.Span)!.AsObject()));
        ProtobufEnvelope.Field(message, 1, Encoding.ASCII.GetBytes(type));
        ProtobufEnvelope.Field(message, 2, [.. raw]);
        var frame = new byte[4 + message.Count];
        BinaryPrimitives.WriteInt32BigEndian(frame, message.Count);
        message.CopyTo(frame, 4);
        return frame;
    }
}
