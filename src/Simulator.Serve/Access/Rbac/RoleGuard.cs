using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Rbac;

/// <summary>
/// Asked before a role or binding is created or changed, ahead of defaults and validation, whatever the mode of authorization
/// (pkg/registry/clusterrole/policybased/storage.go and its three like).
/// </summary>
public sealed class RoleGuard(IDocumentStore documents)
{
    private static bool Guards(string resource) =>
        resource is "roles" or "rolebindings" or "clusterroles" or "clusterrolebindings";

    /// <summary>Null: he may.</summary>
    /// <param name="caller">
    /// At the insecure port he has no name. Then every binding that exists counts as his: a bug of 1.3.10.
    /// </param>
    /// <param name="home">The namespace of the request; empty: none.</param>
    /// <param name="document">What shall be stored, as the client sent it.</param>
    /// <param name="isLater">
    /// It is of rbac.authorization.k8s.io/v1, where a binding lies in the namespace of the request, and verbs count for paths, too.
    /// </param>
    public RoleRefusal? Check(Caller caller, string resource, string home, JsonObject document, bool isLater = false)
    {
        if (caller.IsSuperUser || !Guards(resource)) return null;
        var (rules, refusal) = RulesOf(resource, document, isLater ? home : document["metadata"].Text("namespace"));
        if (refusal is not null) return refusal;
        return Escalation.Find(documents, caller.User, home, rules, isLater) is { } why
            ? RoleRefusal.Forbidden(resource, document["metadata"].Text("name"), why)
            : null;
    }

    /// <param name="home">Of a binding. In 1.3 it is what its body says: one without a namespace there counts as the cluster's.</param>
    private (IReadOnlyList<PolicyRule> Rules, RoleRefusal? Refusal) RulesOf(string resource, JsonObject document, string home) =>
        resource is "roles" or "clusterroles"
            ? (PolicyRule.Of(document), null)
            : RoleReference.Resolve(documents, document["roleRef"], home);
}
