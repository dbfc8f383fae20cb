using Simulator.Api.Omissions;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>Kinds that are misspelled: nobody means <c>Deploymnet</c>, and everything in it would be lost.</summary>
internal static class NearMiss
{
    /// <summary>Two letters that changed places are two; OpenShift's NetNamespace is three from Namespace.</summary>
    private const int EditsMax = 2;

    private static readonly IReadOnlyList<string> Kinds = [.. KindTable.Kinds.Concat(KindRules.Names)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    /// <summary>
    /// The kind that is meant; null if the kind exists, is like no other, or belongs to a group that somebody else defines.
    /// </summary>
    public static string? Of(string kind, string version) =>
        Kinds.Contains(kind) || !IsOfKubernetes(version) ? null : Singular(kind) ?? Wording.Nearest(kind, Kinds, EditsMax);

    /// <summary>kubectl's names of resources are plurals: <c>Pods</c>, <c>ingresses</c>.</summary>
    private static string? Singular(string kind) =>
        Kinds.FirstOrDefault(known => Plurals(known).Contains(kind, StringComparer.OrdinalIgnoreCase));

    private static string[] Plurals(string kind) => [kind + "s", kind + "es", kind.EndsWith('y') ? kind[..^1] + "ies" : kind];

    /// <summary>Groups of others have a domain in their name.</summary>
    public static bool IsOfKubernetes(string version)
    {
        var slash = version.IndexOf('/', StringComparison.Ordinal);
        var group = slash < 0 ? "" : version[..slash];
        return !group.Contains('.', StringComparison.Ordinal) || group.EndsWith(".k8s.io", StringComparison.Ordinal);
    }
}
