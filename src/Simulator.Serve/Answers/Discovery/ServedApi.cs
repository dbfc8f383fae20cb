using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>What a server of its manner serves.</summary>
/// <param name="enabled">Beside what is always served.</param>
/// <param name="store">Where views look for what their objects do not say themselves.</param>
internal sealed class ServedApi(ServerManner manner, IDocumentStore store, params IReadOnlyList<ServedResource> enabled)
{
    public ServerManner Manner => manner;

    public IReadOnlyList<ServedResource> Resources { get; } =
        manner == ServerManner.Extended
            ? [.. ResourceTable.All, .. LaterViews.Resources.Select(resource => Shown(resource, store))]
            : [.. ResourceTable.All, .. enabled];

    /// <summary>A version without resources disturbs newer kubectls, so it is left out for them.</summary>
    public IReadOnlyList<ServedGroup> Groups { get; } = manner == ServerManner.Extended ? LaterViews.Groups : GroupTable.All;

    private static ServedResource Shown(ServedResource resource, IDocumentStore store) =>
        resource is { Group: "apps", Name: "replicasets" } ? resource with { View = new LaterReplicaSets(store) } : resource;

    /// <summary>The resources of a version; none if it is not served.</summary>
    public IReadOnlyList<ServedResource> Of(string group, string version) =>
        [.. Resources.Where(resource => resource.Group == group && resource.Version == version)];

    public bool Serves(string group, string version) =>
        group.Length == 0 ? version == "v1" : Groups.Any(known => known.Name == group && known.Versions.Contains(version));

    /// <summary>All paths that do not lead to objects, sorted.</summary>
    public IReadOnlyList<string> Paths =>
    [
        .. Groups.SelectMany(group => group.Versions.Select(version => $"/apis/{group.Name}/{version}").Prepend($"/apis/{group.Name}"))
            .Concat(["/api", "/api/v1", "/apis", "/healthz", "/healthz/ping", "/logs/", "/metrics", "/swaggerapi/", "/ui/", "/version"])
            .Order(StringComparer.Ordinal),
    ];
}
