using System.Text;

namespace Simulator.Serve.Answers.Watching;

/// <summary><c>{"type":"ADDED","object":{...}}</c>, each with its newline.</summary>
internal sealed class JsonFraming : IFraming
{
    public byte[] Frame(string type, ReadOnlyMemory<byte> shown) =>
        [.. "{\"type\":\""u8, .. Encoding.ASCII.GetBytes(type), .. "\",\"object\":"u8, .. shown.Span, .. "}\n"u8];
}
