namespace Simulator.Serve.Resources;

/// <summary>Later versions of the same objects, which newer kubectls ask for and 1.3.10 lacks, and what their <c>top</c> reads.</summary>
public static class LaterViews
{
    private static readonly ServedSubresource Scale =
        new("scale", "Scale", ResourceVerbs.Get | ResourceVerbs.Update | ResourceVerbs.Patch) { Of = "autoscaling/v1" };

    public static IReadOnlyList<ServedResource> Resources { get; } =
    [
        Of("apps", "v1", "extensions/v1beta1", "daemonsets"),
        Of("apps", "v1", "extensions/v1beta1", "deployments", Scale),
        Of("apps", "v1", "extensions/v1beta1", "replicasets", Scale),
        Of("apps", "v1", "apps/v1alpha1", "petsets", Scale) with { Name = "statefulsets", Kind = "StatefulSet", ShortNames = ["sts"] },
        Of("networking.k8s.io", "v1", "extensions/v1beta1", "ingresses") with { Struct = "networking.Ingress" },
        Of("networking.k8s.io", "v1", "extensions/v1beta1", "networkpolicies"),
        .. AppsTable.Measured,
    ];

    /// <summary>The groups of a server that newer kubectls are to work with.</summary>
    public static IReadOnlyList<ServedGroup> Groups { get; } =
    [
        new("apps", "v1", "v1alpha1"),
        new("autoscaling", "v1"),
        new("batch", "v1"),
        new("extensions", "v1beta1"),
        new(AppsTable.Metrics, "v1beta1"),
        new("networking.k8s.io", "v1"),
        new("policy", "v1alpha1"),
        new("rbac.authorization.k8s.io", "v1alpha1"),
    ];

    private static ServedResource Of(
        string group, string version, string stored, string name, params IReadOnlyList<ServedSubresource> subresources)
    {
        var resource = ResourceTable.Find(stored, name);
        return resource with
        {
            Group = group,
            Version = version,
            StoredGroup = resource.Group,
            StoredVersion = resource.Version,
            StoredName = resource.Name,
            StoredKind = resource.Kind,
            StoredStruct = resource.Struct,
            Subresources = [.. subresources, .. resource.Subresources.Where(sub => sub.Name == "status")],
        };
    }
}
