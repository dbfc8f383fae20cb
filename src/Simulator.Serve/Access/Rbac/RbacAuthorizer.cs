using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Rbac;

/// <summary>
/// <c>--authorization-mode=RBAC</c>: a request is asked for as a rule, and the user's rules must cover it
/// (plugin/pkg/auth/authorizer/rbac/rbac.go).
/// </summary>
/// <param name="superUser">May everything; empty: there is none.</param>
public sealed class RbacAuthorizer(IDocumentStore documents, string superUser = "") : IAuthorizer
{
    public bool ReadsObjects => true;

    public bool IsSuperUser(User user) => superUser.Length > 0 && user.Name == superUser;

    public bool Allows(User user, RequestAttributes attributes) =>
        IsSuperUser(user)
        || Escalation.Find(documents, user with { Uid = "" }, attributes.Namespace, [RuleOf(attributes)]) is null;

    public IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served) => IsSuperUser(user)
        ? PolicyRule.Everything
        :
        [
            .. UserRules.Of(documents, user, home, isLater: false).Rules,
            .. home.Length > 0 ? UserRules.Of(documents, user, "", isLater: false).Rules : [],
        ];

    private static PolicyRule RuleOf(RequestAttributes attributes) => attributes.IsResource
        ? new PolicyRule
        {
            Verbs = [attributes.Verb],
            Groups = [attributes.Group],
            Resources = [attributes.QualifiedResource],
            Names = [attributes.Name],
        }
        : new PolicyRule { Paths = [attributes.Path] };
}
