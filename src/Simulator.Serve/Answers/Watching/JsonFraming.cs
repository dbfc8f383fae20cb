using System.Buffers;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;

namespace Simulator.Serve.Answers.Watching;

/// <summary><c>{"type":"ADDED","object":{...}}</c>, each with its newline.</summary>
internal sealed class JsonFraming : IFraming
{
    public byte[] Frame(string type, JsonObject shown)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        buffer.Write("{\"type\":"u8);
        GoJson.Write(JsonValue.Create(type), isIndented: false, buffer);
        buffer.Write(",\"object\":"u8);
        GoJson.Write(shown, isIndented: false, buffer);
        buffer.Write("}\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
