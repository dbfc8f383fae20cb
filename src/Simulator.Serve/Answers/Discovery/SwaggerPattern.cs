using System.Text.Json.Nodes;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>A path of v1 that others are like: only the names in it differ.</summary>
/// <param name="Kind">Whose path it is.</param>
/// <param name="Plural">As it stands in the path.</param>
internal sealed record SwaggerPattern(string Path, string Kind, string Plural)
{
    /// <summary>What else stands for something else in it; done first.</summary>
    private IReadOnlyList<(string Found, string Written)> Others { get; init; } = [];

    public static readonly SwaggerPattern OfVersion = new("/api/v1", "-", "-");

    public static IReadOnlyList<SwaggerPattern> OfNamespaced { get; } =
    [
        .. new[]
        {
            "namespaces/{namespace}/podtemplates", "watch/namespaces/{namespace}/podtemplates",
            "namespaces/{namespace}/podtemplates/{name}", "watch/namespaces/{namespace}/podtemplates/{name}", "podtemplates",
            "watch/podtemplates",
        }.Select(path => new SwaggerPattern("/api/v1/" + path, "PodTemplate", "podtemplates")),
    ];

    public static IReadOnlyList<SwaggerPattern> OfCluster { get; } =
    [
        .. new[] { "persistentvolumes", "watch/persistentvolumes", "persistentvolumes/{name}", "watch/persistentvolumes/{name}" }
            .Select(path => new SwaggerPattern("/api/v1/" + path, "PersistentVolume", "persistentvolumes")),
    ];

    /// <summary>None for those that v1 has nothing like.</summary>
    public static IReadOnlyList<SwaggerPattern> OfSubresource(string name) => name switch
    {
        "status" => [new("/api/v1/namespaces/{namespace}/resourcequotas/{name}/status", "ResourceQuota", "resourcequotas")],
        "scale" =>
        [
            new("/api/v1/namespaces/{namespace}/replicationcontrollers/{name}/scale", "ReplicationController", "replicationcontrollers"),
        ],
        "rollback" =>
        [
            new("/api/v1/namespaces/{namespace}/pods/{name}/binding", "Binding", "pods")
            {
                Others =
                [
                    ("v1.Binding", "v1beta1.DeploymentRollback"), ("BindingBinding", "DeploymentRollbackRollback"),
                    ("Binding", "DeploymentRollback"), ("binding", "rollback"),
                ],
            },
        ],
        _ => [],
    };

    public JsonObject For(ServedResource resource, string root)
    {
        var path = SwaggerCore.Paths.First(known => (string?)known["path"] == Path);
        return (JsonObject)Renamed(
            path, text => Others.Aggregate(text, (words, other) => words.Replace(other.Found, other.Written, StringComparison.Ordinal))
            .Replace("/api/v1", root, StringComparison.Ordinal)
            .Replace($"v1.{Kind}", $"{resource.Version}.{resource.Kind}", StringComparison.Ordinal)
            .Replace("v1.Scale", $"{resource.Version}.Scale", StringComparison.Ordinal)
            .Replace(Kind, resource.Kind, StringComparison.Ordinal)
            .Replace(Plural, resource.Name, StringComparison.Ordinal))!;
    }

    private static JsonNode? Renamed(JsonNode? node, Func<string, string> rename) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(pair => KeyValuePair.Create(pair.Key, Renamed(pair.Value, rename)))),
        JsonArray items => new JsonArray([.. items.Select(item => Renamed(item, rename))]),
        JsonValue value when value.TryGetValue<string>(out var text) => rename(text),
        _ => node?.DeepClone(),
    };
}
