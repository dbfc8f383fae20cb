namespace Simulator.Serve.Access.Roles;

/// <summary>The resources of 1.3.10 and of the federation, with the group in which clients ask for them first.</summary>
public static class KnownResources
{
    private static readonly (string Group, string[] Names)[] Table =
    [
        ("", ["bindings", "componentstatuses", "configmaps", "endpoints", "events", "limitranges", "namespaces", "nodes",
            "persistentvolumeclaims", "persistentvolumes", "pods", "podtemplates", "replicationcontrollers", "resourcequotas", "secrets",
            "serviceaccounts", "services"]),
        ("apps", ["petsets"]),
        ("autoscaling", ["horizontalpodautoscalers"]),
        ("batch", ["jobs"]),
        ("extensions", ["daemonsets", "deployments", "ingresses", "networkpolicies", "replicasets", "thirdpartyresources"]),
        ("policy", ["poddisruptionbudgets"]),
        ("rbac.authorization.k8s.io", ["clusterrolebindings", "clusterroles", "rolebindings", "roles"]),
        ("federation", ["clusters"]),
        ("", ["users", "groups"]),
    ];

    /// <summary>In the plural, in the order of the alphabet. <c>users</c> is whom one may act as.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Table.SelectMany(row => row.Names).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Groups { get; } = [.. Table.Select(row => row.Group).Distinct()];

    /// <summary>Null: nobody knows it.</summary>
    public static string? GroupOf(string resource)
    {
        foreach (var (group, names) in Table)
        {
            if (names.Contains(resource)) return group;
        }

        return null;
    }
}
