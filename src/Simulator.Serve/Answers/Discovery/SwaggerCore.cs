using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>The document of v1 as 1.3.10 serves it: those of the other groups are made after its pattern, with its models.</summary>
internal static class SwaggerCore
{
    private static readonly Lazy<string> Whole = new(Read);

    private static readonly Lazy<JsonObject> Tree = new(() => JsonNode.Parse(Whole.Value)!.AsObject());

    public static string Text => Whole.Value;

    public static IEnumerable<JsonObject> Paths => Tree.Value["apis"]!.AsArray().Select(path => path!.AsObject());

    public static string BasePath => (string)Tree.Value["basePath"]!;

    /// <summary>Null: v1 has no such model.</summary>
    public static JsonNode? Model(string id) => Tree.Value["models"]![id];

    private static string Read()
    {
        using var packed = typeof(SwaggerCore).Assembly.GetManifestResourceStream("swagger.api_v1.json.gz")!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
