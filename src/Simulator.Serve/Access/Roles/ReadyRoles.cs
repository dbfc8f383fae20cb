namespace Simulator.Serve.Access.Roles;

/// <summary>
/// The roles that are there without a file, after those of Google Container Engine (container.viewer, developer, clusterAdmin, admin):
/// reading, working in the clusters, running the clusters, all of it.
/// </summary>
public static class ReadyRoles
{
    /// <summary>What lies there says that nodes live, and is as much theirs as what they are.</summary>
    private const string HomeOfNodeLeases = "kube-node-lease";

    private static readonly string[] Reading = ["get", "list", "watch"];

    private static readonly string[] Acting = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    /// <summary>A GET on these does something in a container or behind it.</summary>
    private static readonly string[] Entering = ["*/exec", "*/attach", "*/portforward", "*/proxy"];

    private static readonly ServiceRule Looking = new() { Verbs = ["get", "head"], Paths = ["*"] };

    private static readonly ServiceRule ReadingAllButSecrets = new()
    {
        Verbs = Reading,
        Resources = ["*"],
        Except = ["secrets", .. Entering],
    };

    private static readonly ServiceRule WorkingInNamespaces = new()
    {
        Verbs = [.. Acting, "proxy", "redirect"],
        Resources = ["*"],
        Except =
        [
            "namespaces", "namespaces/*", "resourcequotas", "resourcequotas/*", "limitranges", "roles", "rolebindings",
            "localsubjectaccessreviews",
        ],
        ExceptNamespaces = [HomeOfNodeLeases],
        Reach = RuleReach.Namespaced,
    };

    private static readonly ServiceRule ReadingSecrets = new() { Verbs = Reading, Resources = ["secrets"] };

    private static readonly ServiceRule RunningTheCluster = new()
    {
        Verbs = Acting,
        Resources =
        [
            "nodes", "nodes/*", "namespaces", "namespaces/*", "persistentvolumes", "persistentvolumes/*", "resourcequotas",
            "resourcequotas/*", "limitranges", "storageclasses", "volumeattachments", "volumeattachments/*", "csidrivers", "csinodes",
            "priorityclasses", "runtimeclasses", "ingressclasses",
        ],
    };

    private static readonly ServiceRule RenewingForNodes = new()
    {
        Verbs = Acting,
        Resources = ["leases"],
        Namespaces = [HomeOfNodeLeases],
    };

    /// <summary>By deletions, as kubectl of 1.3 does it, or by evictions.</summary>
    private static readonly ServiceRule[] Draining =
    [
        new() { Verbs = ["delete"], Resources = ["pods"] },
        new() { Verbs = ["create"], Resources = ["pods/eviction"] },
    ];

    private static readonly ServiceRule TheSimulation = new() { Verbs = ["*"], Paths = ["/simulator", "/simulator/*"] };

    /// <summary>What the dashboard makes of a file before it creates the objects in it, each at its own path.</summary>
    private static readonly ServiceRule ReadingManifests = new() { Verbs = ["post"], Paths = ["/simulator/manifests"] };

    /// <summary>In the order in which they grow.</summary>
    public static IReadOnlyList<ServiceRole> All { get; } =
    [
        new("viewer", "reads everything but secrets, and looks at the simulation", [ReadingAllButSecrets, Looking]),
        new("developer", "works in namespaces: workloads, secrets, exec, logs", [
            ReadingAllButSecrets, Looking, ReadingSecrets, WorkingInNamespaces, ReadingManifests]),
        new("cluster-admin", "runs the cluster: nodes, namespaces, quotas, volumes, drains, troubles and the clock", [
            ReadingAllButSecrets, Looking, RunningTheCluster, RenewingForNodes, .. Draining, TheSimulation]),
        new("admin", "everything, roles and acting as others included", [
            new ServiceRule { Verbs = ["*"], Resources = ["*"], Paths = ["*"] }]),
    ];

    /// <summary>Of whoever has any role on a cluster: to read what there is, which clients begin with, and to ask what he may.</summary>
    internal static IReadOnlyList<ServiceRule> OfEverybody { get; } =
        [Discovery, new ServiceRule { Verbs = ["create"], Groups = [OwnRights.Group], Resources = OwnRights.Resources }];

    private static ServiceRule Discovery => new()
    {
        Verbs = ["get", "head"],
        Paths =
        [
            "/", "/api", "/api/", "/api/v1", "/api/v1/", "/apis", "/apis/*", "/version", "/version/", "/healthz", "/healthz/ping",
            "/swaggerapi", "/swaggerapi/*", "/openapi/v2",
        ],
    };
}
