using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Rbac;

/// <summary>
/// <c>--authorization-mode=RBAC</c> where rbac.authorization.k8s.io/v1 is served: one rule of somebody must allow the request
/// (RuleAllows in plugin/pkg/auth/authorizer/rbac/rbac.go of 1.20.2). Of the roles that are there from the start only those count that
/// every user has, <c>system:discovery</c> and <c>system:basic-user</c>.
/// </summary>
/// <param name="superUser">May everything; empty: there is none.</param>
public sealed class LaterRbacAuthorizer(IDocumentStore documents, string superUser = "") : IAuthorizer
{
    private const string All = "*";

    /// <summary>In which everybody is who is known (pkg/authentication/group/authenticated_user.go of the apiserver).</summary>
    private const string Known = "system:authenticated";

    private static readonly IReadOnlyList<PolicyRule> OfEverybody =
    [
        new()
        {
            Verbs = ["get"],
            Paths =
            [
                "/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version", "/version/",
            ],
        },
        new()
        {
            Verbs = ["create"],
            Groups = [OwnRights.Group],
            Resources = OwnRights.Resources,
        },
    ];

    public bool ReadsObjects => true;

    public bool IsSuperUser(User user) => superUser.Length > 0 && user.Name == superUser;

    public bool Allows(User user, RequestAttributes attributes) =>
        IsSuperUser(user) || Owned(user, attributes.Namespace).Any(rule => Allows(rule, attributes));

    public IReadOnlyList<PolicyRule> RulesOf(User user, string home, IReadOnlyList<ServedResource> served) =>
        IsSuperUser(user) ? PolicyRule.Everything : [.. Owned(user, home)];

    private IEnumerable<PolicyRule> Owned(User user, string home)
    {
        var known = user with { Groups = [.. user.Groups, Known] };
        var global = UserRules.Of(documents, known, "", isLater: true).Rules;
        return OfEverybody.Concat(home.Length > 0 ? UserRules.Of(documents, known, home, isLater: true).Rules : []).Concat(global);
    }

    private static bool Allows(PolicyRule rule, RequestAttributes asked) => Holds(rule.Verbs, asked.Verb) && (asked.IsResource
        ? Holds(rule.Groups, asked.Group)
            && rule.Resources.Any(pattern => Matches(pattern, asked))
            && (rule.Names.Count == 0 || rule.Names.Contains(asked.Name))
        : rule.Paths.Any(pattern => Matches(pattern, asked.Path)));

    private static bool Matches(string pattern, RequestAttributes asked) =>
        pattern == All
        || pattern == asked.QualifiedResource
        || (asked.Subresource.Length > 0 && pattern == $"*/{asked.Subresource}");

    private static bool Matches(string pattern, string path) =>
        pattern == path || (pattern.EndsWith('*') && path.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal));

    private static bool Holds(IReadOnlyList<string> allowed, string asked) => allowed.Contains(All) || allowed.Contains(asked);
}
