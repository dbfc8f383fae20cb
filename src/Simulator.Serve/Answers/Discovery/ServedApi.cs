using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>What a server of its manner serves.</summary>
/// <param name="of">The version of its cluster; null: 1.3.10.</param>
/// <param name="enabled">Beside what is always served.</param>
/// <param name="store">Where views look for what their objects do not say themselves.</param>
internal sealed class ServedApi(
    ServerManner manner, IDocumentStore store, KubernetesVersion? of = null, params IReadOnlyList<ServedResource> enabled)
{
    private readonly KubernetesVersion _version = of ?? KubernetesVersions.Default;

    public KubernetesVersion Version => _version;

    /// <summary>By whose groups it answers: those of a federation are always the early ones.</summary>
    public ApiGroups Api => manner == ServerManner.Extended ? _version.Api : ApiGroups.Extensions;

    public ServerManner Manner => manner;

    public IReadOnlyList<ServedResource> Resources { get; } = manner switch
    {
        ServerManner.Extended when of is { Api: ApiGroups.Apps } => [.. AppsTable.Of(of.ActsUpon).Select(Waitable)],
        ServerManner.Extended => [.. ResourceTable.All.Concat(LaterViews.Resources).Select(resource => Extended(resource, store))],
        ServerManner.Federated => [.. FederationTable.Resources.Select(Waitable)],
        _ => [.. ResourceTable.All, .. enabled],
    };

    private static bool IsSeenLater(ServedResource resource) =>
        (resource.StoredGroupVersion != resource.GroupVersion && !LaterViews.Resources.Contains(resource)) || LaterViews.Resources.Any(
        later => later.GroupVersion != resource.GroupVersion
            && later.StoredName == resource.Name
            && later.StoredGroupVersion == resource.StoredGroupVersion);

    /// <summary>A version without resources disturbs newer kubectls, so it is left out for them.</summary>
    public IReadOnlyList<ServedGroup> Groups { get; } = manner switch
    {
        ServerManner.Extended when of is { Api: ApiGroups.Apps } => AppsTable.Groups,
        ServerManner.Extended => LaterViews.Groups,
        ServerManner.Federated => FederationTable.Groups,
        _ => GroupTable.All,
    };

    /// <summary>Newer kubectls wait for what they have deleted by its name, and want one meaning of a short one.</summary>
    private static ServedResource Extended(ServedResource resource, IDocumentStore store) => Waitable(resource) with
    {
        ShortNames = IsSeenLater(resource) ? [] : resource.ShortNames,
        Categories = IsSeenLater(resource) ? [] : resource.Categories,
        View = resource is { Group: "apps", Name: "replicasets" } ? new LaterReplicaSets(store) : null,
    };

    private static ServedResource Waitable(ServedResource resource) => resource with
    {
        SelectableBy = [.. resource.SelectableBy, "metadata.name", "metadata.namespace"],
    };

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
