using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Serve.Answers.Bodies.Protobuf;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Bodies;

/// <summary>A body as JSON, whatever it was written in.</summary>
/// <param name="Json">The text that the decoder of 1.3.10 would see.</param>
/// <param name="Fault">Why there is no tree, in Go's words.</param>
internal sealed record BodyTree(byte[] Json, JsonNode? Root, string? Fault)
{
    public static BodyTree Of(Asked asked)
    {
        var body = asked.Request.Body.Span;
        return MediaTypes.OfBody(asked.Request.Header("Content-Type")) switch
        {
            MediaType.Json => Typed(Parse(body.ToArray())),
            MediaType.Yaml => Typed(FromYaml(Encoding.UTF8.GetString(body))),
            MediaType.Protobuf => FromProtobuf(body),
            _ => throw Failures.UnsupportedMediaType(MediaTypes.All),
        };
    }

    public static BodyTree Parse(byte[] json)
    {
        try
        {
            return new BodyTree(json, JsonTree.Read(json), null);
        }
        catch (JsonException broken)
        {
            var fault = GoJsonFault.Find(Encoding.UTF8.GetString(json)) ?? broken.Message;
            return new BodyTree(json, null, fault);
        }
    }

    /// <summary>What JSON and YAML are looked at for first.</summary>
    private static BodyTree Typed(BodyTree tree) =>
        tree.Fault is { } fault ? tree with { Fault = $"couldn't get version/kind; json parse error: {fault}" } : tree;

    private static BodyTree FromProtobuf(ReadOnlySpan<byte> body)
    {
        try
        {
            var root = ProtobufBody.Read(body);
            return new BodyTree(GoJson.Write(root, isIndented: false), root, null);
        }
        catch (Exception broken) when (broken is WireException or JsonException)
        {
            return new BodyTree([], null, broken.Message);
        }
    }

    private static BodyTree FromYaml(string text)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("body", text, diagnostics, Dialect.Kubectl);
        if (diagnostics.HasErrors) return new BodyTree([], null, $"yaml: {diagnostics.Errors[0].Message}");
        return documents.Count == 0 ? Parse("null"u8.ToArray()) : Parse(Encoding.UTF8.GetBytes(SourceJson.Write(documents[0])));
    }
}
