using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Serve.Dashboard;

/// <summary>A file of manifests as the objects in it, so that the page can create each at its own path. Changes nothing.</summary>
internal static class ManifestReading
{
    /// <exception cref="FormatException">It is no YAML or JSON: a sentence a line, each with its place.</exception>
    public static JsonArray Read(ReadOnlyMemory<byte> body)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("file", Encoding.UTF8.GetString(body.Span), diagnostics, Dialect.Kubectl);
        if (diagnostics.HasErrors) throw new FormatException(string.Join('\n', diagnostics.Errors.Select(Sentence)));
        return new JsonArray([.. documents.Select(document => JsonNode.Parse(SourceJson.Write(document))).SelectMany(Parts)]);
    }

    private static string Sentence(Diagnostic error) => $"line {error.Line}, column {error.Column}: {error.Message}";

    /// <summary>The items of a List, one by one.</summary>
    private static IEnumerable<JsonNode?> Parts(JsonNode? document) =>
        document is JsonObject fields && fields["items"] is JsonArray items ? items.Select(item => item?.DeepClone()) : [document];
}
