using System.Text.Json.Nodes;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>The document of one version of a group: paths after the pattern of v1's, models out of the table of structs.</summary>
internal static class SwaggerGroup
{
    public static JsonObject Of(string version, IReadOnlyList<ServedResource> resources)
    {
        var root = "/apis/" + version;
        var paths = new JsonArray([.. resources.SelectMany(PathsOf)]);
        paths.Add(SwaggerPattern.OfVersion.For(resources[0], root));
        return new JsonObject
        {
            ["swaggerVersion"] = "1.2",
            ["apiVersion"] = version,
            ["basePath"] = SwaggerCore.BasePath,
            ["resourcePath"] = root,
            ["apis"] = paths,
            ["models"] = new SwaggerModels(resources[0]).ReferredBy(paths),
        };
    }

    private static IEnumerable<JsonObject> PathsOf(ServedResource resource)
    {
        var root = "/apis/" + resource.GroupVersion;
        var patterns = new List<SwaggerPattern>();
        if (resource.Verbs != ResourceVerbs.None)
            patterns.AddRange(resource.IsNamespaced ? SwaggerPattern.OfNamespaced : SwaggerPattern.OfCluster);
        foreach (var sub in resource.Subresources) patterns.AddRange(SwaggerPattern.OfSubresource(sub.Name));
        return patterns.Select(pattern => pattern.For(resource, root));
    }
}
