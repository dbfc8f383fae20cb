using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Replay;

/// <summary>Whether an answer is the recorded one, after the masks.</summary>
internal static class AnswerComparison
{
    private static readonly string[] Compared = ["Location", "Www-Authenticate", "Upgrade"];

    /// <summary>What a real process measured of itself is nobody's to repeat.</summary>
    private static readonly string[] NotCompared = ["/metrics"];

    public static string? OfHead(RecordedExchange exchange, ServerAnswer answer)
    {
        if (answer.Status != exchange.Status) return $"status {answer.Status}, recorded {exchange.Status}: {Said(answer)}";
        if (!SameType(exchange.AnswerHeader("Content-Type"), answer.ContentType))
            return $"content type {answer.ContentType ?? "none"}, recorded {exchange.AnswerHeader("Content-Type") ?? "none"}";
        foreach (var name in Compared)
        {
            var value = answer.Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
            if (value != exchange.AnswerHeader(name)) return $"header {name} '{value}', recorded '{exchange.AnswerHeader(name)}'";
        }

        return null;
    }

    public static string? OfBody(RecordedExchange exchange, ReadOnlySpan<byte> body)
    {
        if (NotCompared.Contains(exchange.Path) || exchange.Request.Method == "HEAD") return null;
        var recorded = exchange.AnswerBody();
        var type = exchange.AnswerHeader("Content-Type") ?? "";
        if (type == MediaTypes.Protobuf) return ProtobufComparison.Difference(recorded, body);
        if (type == MediaTypes.Yaml) return Trees(exchange, FromYaml(recorded), FromYaml(body.ToArray()));
        if (type != MediaTypes.Json) return Texts(Encoding.UTF8.GetString(recorded), Encoding.UTF8.GetString(body));
        if (IsIndented(recorded) != IsIndented(body)) return IsIndented(body) ? "it is indented" : "it is not indented";
        return Trees(exchange, JsonTree.Read(recorded), JsonTree.Read(body));
    }

    private static string? Trees(RecordedExchange exchange, JsonNode? recorded, JsonNode? ours)
    {
        var masks = new Masks(exchange.RequestBody);
        var (theirs, own) = (masks.Of(recorded), masks.Of(ours));
        if (IsFromCache(exchange)) (theirs, own) = (UnorderedLists.Sorted(theirs), UnorderedLists.Sorted(own));
        return JsonComparison.Difference(theirs, own);
    }

    /// <summary>The cache of the real server gives its objects in no order.</summary>
    private static bool IsFromCache(RecordedExchange exchange) =>
        exchange.Request.Query.Contains("resourceVersion=", StringComparison.Ordinal)
            || exchange.Path.EndsWith("/componentstatuses", StringComparison.Ordinal);

    private static bool SameType(string? recorded, string? ours) => recorded == ours;

    private static string? Texts(string recorded, string ours) =>
        recorded == ours ? null : $"text '{Short(ours)}', recorded '{Short(recorded)}'";

    private static string Short(string text) => text.Length > 200 ? text[..200] + "..." : text;

    private static string Said(ServerAnswer answer) => Short(Encoding.UTF8.GetString(answer.Body.Span).ReplaceLineEndings(" "));

    private static bool IsIndented(ReadOnlySpan<byte> body) => body.Length > 1 && body[1] == (byte)'\n';

    private static JsonNode? FromYaml(byte[] yaml)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("body", Encoding.UTF8.GetString(yaml), diagnostics, Dialect.Kubectl);
        if (diagnostics.HasErrors) throw new InvalidDataException(diagnostics.Errors[0].ToString());
        return JsonTree.Read(Encoding.UTF8.GetBytes(SourceJson.Write(documents[0])));
    }
}
