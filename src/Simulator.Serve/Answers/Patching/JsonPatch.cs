using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Patching;

/// <summary>RFC 6902 as far and as oddly as 1.3.10's library does it (github.com/evanphx/json-patch): without copy.</summary>
internal static class JsonPatch
{
    public static JsonObject Apply(JsonObject document, byte[] patch)
    {
        var body = BodyTree.Parse(patch);
        if (body.Fault is { } fault) throw new PatchException(fault);
        if (body.Root is null) return document;
        if (body.Root is not JsonArray steps)
            throw new PatchException($"json: cannot unmarshal {GoTypes.Word(body.Root)} into Go value of type jsonpatch.Patch");
        foreach (var step in steps) Apply(document, step as JsonObject ?? []);
        return document;
    }

    private static void Apply(JsonObject document, JsonObject step)
    {
        var path = Named(step, "path");
        switch (Named(step, "op"))
        {
            case "add": Place(document, "add", path).Add(Value(step)); break;
            case "remove": Place(document, "remove", path).Remove(); break;
            case "replace": Place(document, "replace", path).Set(Value(step)); break;
            case "move": Move(document, Named(step, "from"), path); break;
            case "test": Test(document, path, step); break;
            case var other: throw new PatchException($"Unexpected kind: {other}");
        }
    }

    private static string Named(JsonObject step, string key) => step[key].AsText() ?? "unknown";

    private static JsonNode? Value(JsonObject step) => step["value"]?.DeepClone();

    private static PatchPlace Place(JsonObject document, string operation, string path) =>
        PatchPlace.Find(document, path)
        ?? throw new PatchException($"jsonpatch {operation} operation does not apply: doc is missing path: {path}");

    private static void Move(JsonObject document, string from, string path)
    {
        var source = PatchPlace.Find(document, from)
            ?? throw new PatchException($"jsonpatch move operation does not apply: doc is missing from path: {from}");
        var value = source.Get()?.DeepClone();
        source.Remove();
        var target = PatchPlace.Find(document, path)
            ?? throw new PatchException($"jsonpatch move operation does not apply: doc is missing destination path: {path}");
        target.Set(value);
    }

    private static void Test(JsonObject document, string path, JsonObject step)
    {
        var place = PatchPlace.Find(document, path)
            ?? throw new PatchException($"jsonpatch test operation does not apply: is missing path: {path}");
        if (!JsonNode.DeepEquals(place.Get(), step["value"])) throw new PatchException($"Testing value {path} failed");
    }
}
