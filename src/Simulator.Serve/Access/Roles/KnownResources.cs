using System.Collections.Frozen;
using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Roles;

/// <summary>The resources of all versions and of the federation, with the group in which clients of 1.3 ask for them first.</summary>
public static class KnownResources
{
    /// <summary>A namespace that nobody can name: what is allowed there is allowed everywhere.</summary>
    public const string Everywhere = "/";

    private static readonly IReadOnlyList<(string Group, string Name, bool IsNamespaced)> Table =
    [
        .. ResourceTable.Known.Concat(LaterViews.Resources).Concat(AppsTable.Of(FrozenSet<string>.Empty))
            .Select(resource => (resource.Group, resource.Name, resource.IsNamespaced))
            .Concat([("", "users", false), ("", "groups", false)])
            .Distinct(),
    ];

    /// <summary>In the plural, in the order of the alphabet. <c>users</c> is whom one may act as.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Table.Select(row => row.Name).Distinct().Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Groups { get; } = [.. Table.Select(row => row.Group).Distinct()];

    /// <summary>Null: nobody knows it.</summary>
    public static string? GroupOf(string resource) => Table.FirstOrDefault(row => row.Name == resource).Group;

    /// <summary>
    /// A question as requests ask it: what lies in no namespace is asked for without one, and what lies in some, without one, in all.
    /// </summary>
    public static RequestAttributes Placed(RequestAttributes asked)
    {
        if (!asked.IsResource || Table.FirstOrDefault(row => row.Name == asked.Resource) is not { Name: not null } known) return asked;
        if (known.IsNamespaced) return asked.Namespace.Length > 0 ? asked : asked with { Namespace = Everywhere };
        return asked with { Namespace = asked.Resource == "namespaces" ? asked.Name : "" };
    }
}
