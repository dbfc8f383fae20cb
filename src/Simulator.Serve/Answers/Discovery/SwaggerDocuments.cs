using System.IO.Compression;
using System.Text;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>The swagger 1.2 documents, which kubectl 1.3 checks manifests against and explains from.</summary>
internal static class SwaggerDocuments
{
    /// <summary>Null: there is none.</summary>
    public static ServerAnswer? Find(string path, ServedApi api)
    {
        if (path == "/swaggerapi") return new ServerAnswer { Status = 301, Headers = [("Location", "/swaggerapi/")] };
        if (path == "/swaggerapi/") return BodyWriter.Text(200, SwaggerListing.Text, MediaTypes.Json);
        var document = path["/swaggerapi/".Length..].TrimEnd('/').Replace('/', '_');
        return Read(document) is { } text ? BodyWriter.Text(200, text, MediaTypes.Json) : null;
    }

    private static string? Read(string name)
    {
        using var packed = typeof(SwaggerDocuments).Assembly.GetManifestResourceStream($"swagger.{name}.json.gz");
        if (packed is null) return null;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
