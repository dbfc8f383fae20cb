using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
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
            MediaType.Json => Parse(body.ToArray()),
            MediaType.Yaml => FromYaml(Encoding.UTF8.GetString(body)),
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

    private static BodyTree FromYaml(string text)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("body", text, diagnostics, Dialect.Kubectl);
        if (diagnostics.HasErrors) return new BodyTree([], null, $"yaml: {diagnostics.Errors[0].Message}");
        return documents.Count == 0 ? Parse("null"u8.ToArray()) : Parse(Encoding.UTF8.GetBytes(SourceJson.Write(documents[0])));
    }
}
