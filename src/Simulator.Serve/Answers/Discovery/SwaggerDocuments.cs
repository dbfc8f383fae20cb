using System.Collections.Concurrent;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>The swagger 1.2 documents, which kubectl 1.3 checks manifests against and explains from.</summary>
internal static class SwaggerDocuments
{
    private static readonly ConcurrentDictionary<string, string> Made = new(StringComparer.Ordinal);

    /// <summary>Null: there is none.</summary>
    public static ServerAnswer? Find(string path)
    {
        if (path == "/swaggerapi") return new ServerAnswer { Status = 301, Headers = [("Location", "/swaggerapi/")] };
        if (path == "/swaggerapi/") return BodyWriter.Text(200, SwaggerListing.Text, MediaTypes.Json);
        var document = path["/swaggerapi/".Length..].TrimEnd('/');
        if (document == "api/v1") return BodyWriter.Text(200, SwaggerCore.Text, MediaTypes.Json);
        if (!document.StartsWith("apis/", StringComparison.Ordinal)) return null;
        var version = document["apis/".Length..];
        var resources = ResourceTable.Known.Where(resource => resource.GroupVersion == version).ToList();
        return resources.Count == 0
            ? null
            : BodyWriter.Text(200, Made.GetOrAdd(version, _ => SwaggerText.Write(SwaggerGroup.Of(version, resources))), MediaTypes.Json);
    }
}
