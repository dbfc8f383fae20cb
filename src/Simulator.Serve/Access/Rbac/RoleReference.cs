using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Access.Rbac;

/// <summary>What a binding's <c>roleRef</c> stands for (GetRoleReferenceRules in pkg/apis/rbac/validation/rulevalidation.go).</summary>
internal static class RoleReference
{
    /// <param name="home">The namespace of the binding; empty: of the cluster.</param>
    /// <returns>Either rules or a refusal.</returns>
    public static (IReadOnlyList<PolicyRule> Rules, RoleRefusal? Refusal) Resolve(
        IDocumentStore documents, JsonNode? reference, string home)
    {
        var (kind, name) = (reference.Text("kind"), reference.Text("name"));
        return kind switch
        {
            "Role" => OfRole(documents, HomeOf(reference, home), name, home),
            "ClusterRole" => Find(documents, new DocumentKey("clusterroles", "", name)),
            _ => ([], RoleRefusal.Plain($"unsupported role reference kind: {GoText.Quote(kind)}")),
        };
    }

    /// <summary>References of rbac.authorization.k8s.io/v1 name a group and no namespace: the role lies where the binding does.</summary>
    private static string HomeOf(JsonNode? reference, string home) =>
        reference.Text("apiGroup").Length > 0 ? home : reference.Text("namespace");

    private static (IReadOnlyList<PolicyRule>, RoleRefusal?) OfRole(IDocumentStore documents, string roleHome, string name, string home)
    {
        var (role, at) = (GoText.Quote(name), GoText.Quote(roleHome));
        if (home.Length == 0) return ([], RoleRefusal.Plain($"cluster role binding references role {role} in namespace {at}"));
        return home == roleHome
            ? Find(documents, new DocumentKey("roles", roleHome, name))
            : ([], RoleRefusal.Plain($"role binding in namespace {GoText.Quote(home)} references role {role} in namespace {at}"));
    }

    private static (IReadOnlyList<PolicyRule>, RoleRefusal?) Find(IDocumentStore documents, DocumentKey key)
    {
        if (Unusable(key.Name) is { } why) return ([], RoleRefusal.BadRequest(why));
        return documents.Find(key) is { } role ? (PolicyRule.Of(role), null) : ([], RoleRefusal.NotFound(key.Resource, key.Name));
    }

    /// <summary>Names that no path can hold (pkg/api/validation/name.go).</summary>
    private static string? Unusable(string name)
    {
        if (name.Length == 0) return "Name parameter required.";
        var why = name is "." or ".." ? $"may not be '{name}'"
            : name.Contains('/', StringComparison.Ordinal) ? "may not contain '/'"
            : name.Contains('%', StringComparison.Ordinal) ? "may not contain '%'"
            : null;
        return why is null ? null : $"Name parameter invalid: {GoText.Quote(name)}: {why}";
    }
}
