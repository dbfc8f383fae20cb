using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Access.Roles;

/// <summary>One thing that a role of the hosted service allows: verbs on resources, or HTTP methods on paths.</summary>
public sealed record ServiceRule
{
    private const string All = "*";

    /// <summary>Of resources: get, list, create, ...; of paths: HTTP methods in small letters; <c>*</c>: all.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [All];

    /// <summary><c>pods</c> (without its subresources), <c>pods/log</c>, <c>pods/*</c>, <c>*/exec</c>, or <c>*</c> for all.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Of these, in the same forms, not.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary><c>*</c>: everywhere, objects of the whole cluster, too.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [All];

    /// <summary>Of these, not.</summary>
    public IReadOnlyList<string> ExceptNamespaces { get; init; } = [];

    /// <summary>Empty: whatever the name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Equal, or the beginning before a final <c>*</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public RuleReach Reach { get; init; }

    public bool Allows(RequestAttributes attributes) =>
        Holds(Verbs, attributes.Verb) && (attributes.IsResource ? AllowsResource(attributes) : AllowsPath(attributes.Path));

    /// <summary>
    /// As rules without exceptions, for those who ask what somebody may do in a namespace: where there are some, by the name of each thing
    /// that is left.
    /// </summary>
    internal IEnumerable<PolicyRule> ToldIn(string home, IReadOnlyList<ServedResource> served)
    {
        if (Paths.Count > 0) return [new PolicyRule { Verbs = Verbs, Paths = Paths }];
        if (!Holds(Namespaces, home)) return [];
        var whole = new PolicyRule { Verbs = Verbs, Groups = Groups, Resources = Resources, Names = Names };
        return Except.Count == 0 && Reach == RuleReach.Cluster ? [whole] : Left(whole, home, served);
    }

    private IEnumerable<PolicyRule> Left(PolicyRule whole, string home, IReadOnlyList<ServedResource> served) =>
        from resource in served
        from subresource in resource.Subresources.Select(each => each.Name).Prepend("")
        let asked = new RequestAttributes
        {
            Path = "",
            Verb = Verbs[0],
            IsResource = true,
            Group = resource.Group,
            Namespace = resource.IsNamespaced ? home : "",
            Resource = resource.Name,
            Subresource = subresource,
            Name = Names.Count > 0 ? Names[0] : "",
        }
        where Allows(asked)
        group asked.QualifiedResource by asked.Group into left
        select whole with { Groups = [left.Key], Resources = [.. left.Distinct()] };

    private bool AllowsResource(RequestAttributes attributes) =>
        Holds(Groups, attributes.Group)
        && Resources.Any(pattern => Matches(pattern, attributes))
        && !Except.Any(pattern => Matches(pattern, attributes))
        && (Reach == RuleReach.Cluster || attributes.Namespace.Length > 0)
        && Holds(Namespaces, attributes.Namespace)
        && !ExceptNamespaces.Contains(attributes.Namespace)
        && (Names.Count == 0 || Names.Contains(attributes.Name));

    private bool AllowsPath(string path) => Paths.Any(pattern => pattern.EndsWith('*')
        ? path.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : pattern == path);

    private static bool Matches(string pattern, RequestAttributes attributes)
    {
        if (pattern == All) return true;
        var (resource, subresource) = pattern.Split('/') is [var first, var second] ? (first, second) : (pattern, "");
        return (resource == All || resource == attributes.Resource)
            && (subresource == attributes.Subresource || (subresource == All && attributes.Subresource.Length > 0));
    }

    private static bool Holds(IReadOnlyList<string> allowed, string asked) => allowed.Contains(All) || allowed.Contains(asked);
}

/// <summary>How far a rule goes.</summary>
public enum RuleReach
{
    /// <summary>Objects of the whole cluster, too.</summary>
    Cluster,

    /// <summary>Only what lies in a namespace.</summary>
    Namespaced,
}
