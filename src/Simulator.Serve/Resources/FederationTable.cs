namespace Simulator.Serve.Resources;

/// <summary>
/// What the API server of a federation serves (federation/cmd/federation-apiserver/app/core.go and federation.go): services and clusters
/// as that of 1.3, and what came with 1.4 and is acted upon here: namespaces, events and replica sets.
/// </summary>
public static class FederationTable
{
    public static IReadOnlyList<ServedResource> Resources { get; } =
    [
        Of("v1", "events"),
        Of("v1", "namespaces"),
        Of("v1", "services", "status"),
        Of("extensions/v1beta1", "replicasets", "scale", "status"),
        ResourceTable.Clusters,
    ];

    public static IReadOnlyList<ServedGroup> Groups { get; } = [new("extensions", "v1beta1"), new("federation", "v1beta1")];

    /// <summary>Of its subresources those that make sense without nodes and pods.</summary>
    private static ServedResource Of(string version, string name, params IReadOnlyList<string> subresources)
    {
        var resource = ResourceTable.Find(version, name);
        return resource with
        {
            Subresources = subresources.Count > 0
                ? [.. resource.Subresources.Where(sub => subresources.Contains(sub.Name))]
                : resource.Subresources,
        };
    }
}
