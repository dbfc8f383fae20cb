using Simulator.Serve.Access.Attributes;

namespace Simulator.Serve.Access.Roles;

/// <summary>A question that tells much about somebody's rights.</summary>
public sealed record RightsProbe(string Name, RequestAttributes Attributes)
{
    /// <summary>It is about something that lies in a namespace.</summary>
    public bool IsNamespaced => Attributes.IsResource && Attributes.Resource is not ("nodes" or "clusterroles");

    /// <summary>One column of a review each.</summary>
    public static IReadOnlyList<RightsProbe> All { get; } =
    [
        OfResource("read", "list", "pods"),
        OfResource("secrets", "get", "secrets"),
        OfResource("write", "create", "replicationcontrollers"),
        OfResource("exec", "create", "pods", "exec"),
        OfResource("nodes", "update", "nodes"),
        OfResource("roles", "create", "clusterroles"),
        OfPath("clock", "/simulator/clock"),
        OfPath("troubles", "/simulator/troubles"),
    ];

    private static RightsProbe OfResource(string name, string verb, string resource, string subresource = "") => new(name, new()
    {
        Path = "",
        Verb = verb,
        IsResource = true,
        Group = KnownResources.GroupOf(resource) ?? "",
        Resource = resource,
        Subresource = subresource,
    });

    private static RightsProbe OfPath(string name, string path) => new(name, new() { Path = path, Verb = "post" });
}
