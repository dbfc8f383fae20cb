using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Writing;

/// <summary>Documents as bodies.</summary>
public static class BodyWriter
{
    public static ServerAnswer Write(int status, JsonObject body, MediaType type, bool isIndented) => new()
    {
        Status = status,
        ContentType = MediaTypes.Name(type),
        Body = Bytes(body, type, isIndented),
    };

    public static ServerAnswer Text(int status, string text, string contentType = "text/plain; charset=utf-8") => new()
    {
        Status = status,
        ContentType = contentType,
        Body = Encoding.UTF8.GetBytes(text),
    };

    /// <summary>Compact JSON ends in a newline, indented does not.</summary>
    private static byte[] Bytes(JsonObject body, MediaType type, bool isIndented) => type switch
    {
        MediaType.Yaml => GoYaml.Write(body),
        MediaType.Protobuf => ProtobufEnvelope.Write(body),
        _ when isIndented => GoJson.Write(body, isIndented: true),
        _ => [.. GoJson.Write(body, isIndented: false), (byte)'\n'],
    };
}
