using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Abac;

/// <summary>One line of a policy file: who may do what, where (pkg/auth/authorizer/abac/abac.go).</summary>
public sealed record AbacPolicy
{
    private const string All = "*";

    public string User { get; init; } = "";

    public string Group { get; init; } = "";

    /// <summary>True: only get, list and watch.</summary>
    public bool IsReadOnly { get; init; }

    public string ApiGroup { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string NonResourcePath { get; init; } = "";

    public bool Allows(User user, RequestAttributes attributes) =>
        MatchesSubject(user)
        && (!IsReadOnly || attributes.IsReadOnly)
        && (attributes.IsResource ? MatchesResource(attributes) : MatchesPath(attributes.Path));

    /// <summary>What the line gives in a namespace, and on paths (RulesFor in abac.go of 1.20.2).</summary>
    internal IEnumerable<PolicyRule> RulesOf(User user, string home)
    {
        if (!MatchesSubject(user) || (Namespace != All && Namespace != home)) yield break;
        IReadOnlyList<string> verbs = IsReadOnly ? ["get", "list", "watch"] : [All];
        if (Resource.Length > 0) yield return new PolicyRule { Verbs = verbs, Groups = [ApiGroup], Resources = [Resource] };
        if (NonResourcePath.Length > 0) yield return new PolicyRule { Verbs = verbs, Paths = [NonResourcePath] };
    }

    /// <summary>At least one of user and group must be named; if both are, both must match.</summary>
    private bool MatchesSubject(User user)
    {
        if (User.Length == 0 && Group.Length == 0) return false;
        return (User.Length == 0 || User == All || User == user.Name)
            && (Group.Length == 0 || Group == All || user.Groups.Contains(Group));
    }

    /// <summary>Subresources are not looked at: a right on pods is one on pods/exec.</summary>
    private bool MatchesResource(RequestAttributes attributes) =>
        (Namespace == All || Namespace == attributes.Namespace)
        && (Resource == All || Resource == attributes.Resource)
        && (ApiGroup == All || ApiGroup == attributes.Group);

    private bool MatchesPath(string path) =>
        NonResourcePath == path
        || (NonResourcePath.EndsWith('*') && path.StartsWith(NonResourcePath.TrimEnd('*'), StringComparison.Ordinal));
}
