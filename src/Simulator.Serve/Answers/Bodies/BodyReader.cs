using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Defaults;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Bodies;

/// <summary>The object in a body, in the shape of its structs, with defaults (createHandler and transformDecodeError of 1.3.10).</summary>
internal static class BodyReader
{
    public static JsonObject Read(Asked asked, BodyKind expected)
    {
        var body = BodyTree.Of(asked);
        if (body.Fault is { } fault) throw Unrecognized(expected, fault, asked);
        var root = body.Root as JsonObject ?? (body.Root is null ? [] : throw Unrecognized(expected, NotAnObject(body.Root), asked));
        var (kind, version) = Named(root, expected);
        if (kind != expected.Kind || version != expected.GroupVersion) throw BodyKinds.Mismatch(kind, version, expected);
        try
        {
            return DefaultsWalker.Complete(expected.Type, root);
        }
        catch (DecodeException wrong)
        {
            throw Unfit(kind, version, expected, DecodeTexts.Of(wrong, body.Json));
        }
    }

    public static ApiException Unfit(string kind, string groupVersion, BodyKind expected, string why)
    {
        var version = groupVersion[(groupVersion.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Failures.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {expected.Kind}: {why}");
    }

    /// <summary>What is not said is what is expected.</summary>
    private static (string Kind, string Version) Named(JsonObject root, BodyKind expected)
    {
        var kind = root.Text("kind") is { Length: > 0 } found ? found : expected.Kind;
        return (kind, root.Text("apiVersion") is { Length: > 0 } version ? version : expected.GroupVersion);
    }

    private static string NotAnObject(JsonNode root)
    {
        var word = root.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Array => "array",
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => "number",
            _ => "bool",
        };
        return "couldn't get version/kind; json parse error: json: cannot unmarshal " + word
            + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; "
            + "Kind string \"json:\\\"kind,omitempty\\\"\" }";
    }

    private static ApiException Unrecognized(BodyKind expected, string why, Asked asked) => Failures.BadRequest(
        $"the object provided is unrecognized (must be of type {expected.Kind}): {why} ({DecodeTexts.Summary(asked.Request.Body.Span)})");
}
